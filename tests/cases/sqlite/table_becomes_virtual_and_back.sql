-- from
CREATE TABLE t (body TEXT);
INSERT INTO t VALUES ('x');
-- to
CREATE VIRTUAL TABLE t USING fts5(body);
-- refused
data-loss
-- lost
table t
-- kept
SELECT count(*) FROM t;
= 0
