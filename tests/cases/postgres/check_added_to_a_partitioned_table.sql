-- from
CREATE TABLE t (a int, k text) PARTITION BY LIST (a);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (a int, k text CONSTRAINT named CHECK (k <> '')) PARTITION BY LIST (a);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
-- back
-- refused
not long-lock
may-fail
-- has
NOT VALID;\nCOMMIT;\n(?:SET .*\n)*ALTER TABLE public.t VALIDATE CONSTRAINT named
-- kept
SELECT a, k FROM t;
= 1|x
