-- What the whole has is made in the partition first, each in its online form: the server would make indexes under names of its own.
-- from
CREATE TABLE p (a int, b text CHECK (length(b) < 9), UNIQUE (a, b)) PARTITION BY LIST (a);
CREATE INDEX ON p (b);
CREATE INDEX ON p (a);
CREATE TABLE t (a int, b text);
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE p (a int, b text CHECK (length(b) < 9), UNIQUE (a, b)) PARTITION BY LIST (a);
CREATE INDEX ON p (b);
CREATE INDEX ON p (a);
CREATE TABLE t (a int, b text CHECK (length(b) < 9));
ALTER TABLE t RENAME CONSTRAINT t_b_check TO p_b_check;
CREATE INDEX by_a ON t (a);
ALTER TABLE p ATTACH PARTITION t FOR VALUES IN (1);
-- back
-- has
CREATE INDEX CONCURRENTLY t_b_idx
CREATE INDEX CONCURRENTLY by_a
VALIDATE CONSTRAINT p_b_check;[^;]*;[^;]*;[^;]*;[^;]*;[^;]*;[^;]*ATTACH
-- in place
table t
-- kept
SELECT a, b FROM p;
= 1|x
