-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, Name TEXT);
CREATE INDEX I ON t (Name);
CREATE TABLE child (t_id INTEGER REFERENCES t);
INSERT INTO t VALUES (1, 'x');
INSERT INTO child VALUES (1);
-- to
CREATE TABLE T (id INTEGER PRIMARY KEY, name TEXT);
CREATE INDEX i ON T (name);
CREATE TABLE child (t_id INTEGER REFERENCES T);
-- lacks
DROP (TABLE|COLUMN)
-- kept
SELECT * FROM t;
= 1|x
SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name;
= T
= child
