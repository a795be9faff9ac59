-- from
CREATE TABLE lost (n);
CREATE VIEW broken AS SELECT n FROM lost;
DROP TABLE lost;
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, gone INTEGER);
INSERT INTO t VALUES (1, 2, 3);
-- to
CREATE TABLE lost (n);
CREATE VIEW broken AS SELECT n FROM lost;
DROP TABLE lost;
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
-- refused
data-loss
-- lost
column t.gone
-- kept
SELECT * FROM t;
= 1|2
