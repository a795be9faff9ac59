-- from
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT x CHECK (a > 0), b int CONSTRAINT y CHECK (b > 0));
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (b);
INSERT INTO t VALUES (1, 1, 1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT y CHECK (a > 0), b int CONSTRAINT x CHECK (b > 0));
CREATE INDEX j ON t (a);
CREATE INDEX i ON t (b);
-- options
--rename=constraint:public.t.x=y
--rename=constraint:public.t.y=x
--rename=index:public.i=j
--rename=index:public.j=i
-- back
--rename=constraint:public.t.x=y
--rename=constraint:public.t.y=x
--rename=index:public.i=j
--rename=index:public.j=i
-- lacks
(CREATE|DROP|ADD)
-- in place
table i
table j
constraint x
constraint y
-- kept
SELECT id, a, b FROM t;
= 1|1|1
