-- from
CREATE TABLE t (a INTEGER, b TEXT);
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (b TEXT, new TEXT DEFAULT 'n', a INTEGER);
-- kept
SELECT a, b, new FROM t;
= 1|x|n
