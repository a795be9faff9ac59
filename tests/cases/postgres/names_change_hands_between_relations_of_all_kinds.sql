-- from
CREATE SCHEMA s2;
CREATE TABLE a (id int CONSTRAINT k1 PRIMARY KEY, n int CONSTRAINT u1 UNIQUE, CONSTRAINT c1 CHECK (n > 0));
CREATE TABLE b (id int CONSTRAINT k2 PRIMARY KEY, n int, CONSTRAINT c2 CHECK (n > 0));
CREATE INDEX i1 ON a (n, id);
CREATE INDEX i2 ON b (n);
CREATE SEQUENCE q1 START 3;
CREATE TABLE m (id serial PRIMARY KEY, x int UNIQUE);
CREATE INDEX mi ON m (x, id);
CREATE TABLE goes (id int CONSTRAINT goes_k PRIMARY KEY);
CREATE SEQUENCE goes_s;
CREATE INDEX goes_i ON b (id, n);
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION g(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2';
CREATE TABLE t (id int DEFAULT f(1), n int DEFAULT g(1));
INSERT INTO a VALUES (1, 1); INSERT INTO b VALUES (2, 2); INSERT INTO m (x) VALUES (5); INSERT INTO t DEFAULT VALUES;
SELECT nextval('q1');
-- to
CREATE SCHEMA s2;
CREATE TABLE i1 (id int CONSTRAINT k2 PRIMARY KEY, n int CONSTRAINT c1 UNIQUE, CONSTRAINT u1 CHECK (n > 0));
CREATE TABLE goes_s (id int CONSTRAINT k1 PRIMARY KEY, n int, CONSTRAINT c2 CHECK (n > 0));
CREATE INDEX q1 ON i1 (n, id);
CREATE INDEX goes ON goes_s (n);
CREATE SEQUENCE a START 3;
CREATE TABLE s2.m (id serial CONSTRAINT mk PRIMARY KEY, x int CONSTRAINT mx UNIQUE);
ALTER SEQUENCE s2.m_id_seq RENAME TO ms;
CREATE INDEX mj ON s2.m (x, id);
CREATE FUNCTION g(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2';
CREATE TABLE t (id int DEFAULT g(1), n int DEFAULT f(1));
-- options
--rename=table:public.a=i1
--rename=table:public.b=goes_s
--rename=constraint:public.a.k1=k2
--rename=constraint:public.b.k2=k1
--rename=constraint:public.a.u1=c1
--rename=constraint:public.a.c1=u1
--rename=index:public.i1=q1
--rename=index:public.i2=goes
--rename=sequence:public.q1=a
--rename=table:public.m=s2.m
--rename=index:public.mi=mj
--rename=sequence:public.m_id_seq=ms
--rename=constraint:public.m.m_pkey=mk
--rename=constraint:public.m.m_x_key=mx
--rename=function:public.f(integer)=g
--rename=function:public.g(integer)=f
-- back
--rename=table:public.i1=a
--rename=table:public.goes_s=b
--rename=constraint:public.i1.k2=k1
--rename=constraint:public.goes_s.k1=k2
--rename=constraint:public.i1.c1=u1
--rename=constraint:public.i1.u1=c1
--rename=index:public.q1=i1
--rename=index:public.goes=i2
--rename=sequence:public.a=q1
--rename=table:s2.m=public.m
--rename=index:s2.mj=mi
--rename=sequence:s2.ms=m_id_seq
--rename=constraint:s2.m.mk=m_pkey
--rename=constraint:s2.m.mx=m_x_key
--rename=function:public.f(integer)=g
--rename=function:public.g(integer)=f
-- in place
table a
table b
table k1
table k2
table u1
table i1
table q1
table m
table mi
table m_x_key
function f(int)
-- kept
SELECT nextval('a');
= 4
INSERT INTO s2.m (x) VALUES (6) RETURNING id;
= 2
-- lost
table goes
