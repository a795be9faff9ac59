-- Their names are those of indexes, of which a schema has each but once.
-- from
CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE t_new (id bigint PRIMARY KEY);
INSERT INTO t_new VALUES (1);
CREATE TABLE a (id int CONSTRAINT a_key PRIMARY KEY, u int CONSTRAINT u UNIQUE);
CREATE TABLE b (id int CONSTRAINT b_key PRIMARY KEY, u int CONSTRAINT u2 UNIQUE);
INSERT INTO a VALUES (1, 2);
-- to
CREATE TABLE t (id bigint PRIMARY KEY);
CREATE TABLE a (id int CONSTRAINT b_key PRIMARY KEY, u int CONSTRAINT u2 UNIQUE);
CREATE TABLE b (id int CONSTRAINT a_key PRIMARY KEY, u int CONSTRAINT u3 UNIQUE);
-- options
--rename=table:public.t_new=t
--rename=constraint:public.t_new.t_new_pkey=t_pkey
--rename=constraint:public.a.a_key=b_key
--rename=constraint:public.b.b_key=a_key
--rename=constraint:public.a.u=u2
--rename=constraint:public.b.u2=u3
-- in place
table t_new
index a_key
index b_key
-- kept
SELECT id FROM t;
= 1
SELECT id, u FROM a;
= 1|2
