-- from
CREATE TABLE t (id int PRIMARY KEY, a int, b int NOT NULL DEFAULT 3, c int, CONSTRAINT both_of_them UNIQUE (a, c));
CREATE INDEX t_a_b_idx ON t (a, b);
CREATE INDEX t_b_idx ON t (b) INCLUDE (c);
INSERT INTO t VALUES (1, 2, 3, 4);
-- to
CREATE TABLE t (id int PRIMARY KEY, b int);
CREATE INDEX t_b_idx ON t (b);
-- back
-- refused
data-loss
-- in place
table t
-- kept
SELECT id, b FROM t;
= 1|3
-- kept back
SELECT count(*) FROM t;
= 1
-- lost
column t.a
column t.c
