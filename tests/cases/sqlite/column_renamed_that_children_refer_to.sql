-- from
CREATE TABLE parent (code TEXT PRIMARY KEY, n INTEGER);
CREATE TABLE child (id INTEGER PRIMARY KEY, code TEXT REFERENCES parent (code) ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TRIGGER child_insert AFTER INSERT ON child BEGIN UPDATE parent SET n = n + 1 WHERE code = NEW.code; END;
INSERT INTO parent VALUES ('a', 0);
INSERT INTO child VALUES (1, 'a');
-- to
CREATE TABLE parent (name TEXT PRIMARY KEY, n INTEGER);
CREATE TABLE child (id INTEGER PRIMARY KEY, code TEXT REFERENCES parent (name) ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TRIGGER child_insert AFTER INSERT ON child BEGIN UPDATE parent SET n = n + 1 WHERE name = NEW.code; END;
-- options
--rename
column:parent.code=name
-- lacks
DROP TABLE
-- kept
PRAGMA foreign_keys = ON; UPDATE parent SET name = 'b'; SELECT name, n, code FROM parent JOIN child ON code = name;
= b|1|b
