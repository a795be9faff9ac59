-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE INDEX one ON t (a);
CREATE UNIQUE INDEX two ON t (b COLLATE NOCASE);
INSERT INTO t VALUES (1, 'a', 'b');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE INDEX first ON t (a);
CREATE UNIQUE INDEX second ON t (b COLLATE NOCASE);
-- lacks
DROP TABLE
-- kept
SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name;
= first
= second
