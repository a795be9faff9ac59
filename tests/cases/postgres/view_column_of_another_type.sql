-- from
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE VIEW v AS SELECT id, n FROM t;
CREATE FUNCTION top() RETURNS SETOF v LANGUAGE sql STABLE AS 'SELECT * FROM public.v';
COMMENT ON COLUMN v.n IS 'a number';
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE VIEW v AS SELECT id, n::text AS n FROM t;
CREATE FUNCTION top() RETURNS SETOF v LANGUAGE sql STABLE AS 'SELECT * FROM public.v';
COMMENT ON COLUMN v.n IS 'a number as text';
-- back
-- kept
SELECT n || '!' FROM top();
= 2!
