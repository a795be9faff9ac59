-- from
CREATE TABLE t (id int PRIMARY KEY, a text, b int);
INSERT INTO t VALUES (1, 'was a', 2);
-- to
CREATE TABLE t (id int PRIMARY KEY, b text, a int DEFAULT 7);
-- options
--rename=column:public.t.a=b
-- back
--rename=column:public.t.b=a
-- refused
data-loss
-- in place
table t
-- kept
SELECT id, a, b FROM t;
= 1|7|was a
-- kept back
SELECT id, a, b FROM t;
= 1|was a|
-- lost
column t.b
