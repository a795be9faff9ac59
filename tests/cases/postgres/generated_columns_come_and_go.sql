-- from
CREATE TABLE t (id int PRIMARY KEY, a int, b int GENERATED ALWAYS AS (a * 2) STORED, c int, d int GENERATED ALWAYS AS (a + 1) STORED);
CREATE INDEX t_d_idx ON t (d);
CREATE VIEW v AS SELECT d FROM t;
COMMENT ON COLUMN t.d IS 'one more';
INSERT INTO t (id, a, c) VALUES (1, 10, 5);
-- to
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int GENERATED ALWAYS AS (a * 3) STORED, d int GENERATED ALWAYS AS (a + 2) STORED);
CREATE INDEX t_d_idx ON t (d);
CREATE VIEW v AS SELECT d FROM t;
COMMENT ON COLUMN t.d IS 'two more';
-- back
-- refused
data-loss
table-rewrite
-- has
DROP EXPRESSION
-- kept
SELECT a, b, c, d FROM t;
= 10|20|30|12
SELECT d FROM v;
= 12
-- kept back
SELECT a, b, d FROM t;
= 10|20|11
-- lost
column t.c
