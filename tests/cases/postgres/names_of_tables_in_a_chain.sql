-- from
CREATE TABLE t1 (id int CONSTRAINT k1 PRIMARY KEY, n text);
CREATE TABLE t2 (id int CONSTRAINT k2 PRIMARY KEY, n text);
INSERT INTO t1 VALUES (1, 'was t1');
INSERT INTO t2 VALUES (1, 'was t2');
-- to
CREATE TABLE t2 (id int CONSTRAINT k1 PRIMARY KEY, n text);
CREATE TABLE t3 (id int CONSTRAINT k2 PRIMARY KEY, n text);
-- options
--rename=table:public.t2=t3
--rename=table:public.t1=t2
-- back
--rename=table:public.t2=t1
--rename=table:public.t3=t2
-- in place
table t1
table t2
-- kept
SELECT n FROM t2;
= was t1
SELECT n FROM t3;
= was t2
-- kept back
SELECT n FROM t1;
= was t1
