-- from
CREATE TYPE speeds AS RANGE (subtype = float8, multirange_type_name = many_speeds);
CREATE TABLE t (id int PRIMARY KEY, s speeds);
INSERT INTO t VALUES (1, '[1,2)');
-- to
CREATE TYPE velocities AS RANGE (subtype = float8, multirange_type_name = many_speeds);
CREATE TABLE t (id int PRIMARY KEY, s velocities);
-- options
--rename=type:public.speeds=velocities
-- back
--rename=type:public.velocities=speeds
-- in place
table t
type speeds
-- kept
SELECT s FROM t;
= [1,2)
