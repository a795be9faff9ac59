-- from
CREATE UNLOGGED TABLE t (id int PRIMARY KEY, n int, gone int);
INSERT INTO t VALUES (1, 2, 3);
-- to
CREATE TABLE t (id bigint PRIMARY KEY, n int NOT NULL, added text DEFAULT 'x');
CREATE INDEX t_n_idx ON t (n);
-- back
-- kept
SELECT id, n, added FROM t;
= 1|2|x
-- lost
column t.gone
