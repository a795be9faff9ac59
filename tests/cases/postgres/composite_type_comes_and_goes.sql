-- from
CREATE TYPE gone AS (a int, b text);
CREATE FUNCTION gone_of(a int) RETURNS gone LANGUAGE sql AS 'SELECT ROW(a, ''x'')::gone';
CREATE TABLE t (id int PRIMARY KEY);
-- to
CREATE TYPE part AS (name text COLLATE "C", n numeric(8,2));
ALTER TYPE part OWNER TO app_owner;
COMMENT ON COLUMN part.n IS 'how many';
CREATE TYPE whole AS (parts part[], best part);
CREATE TABLE t (id int PRIMARY KEY, w whole);
-- back
-- kept
INSERT INTO t VALUES (1, ROW(ARRAY[ROW('a', 1)::part], ROW('b', 2)::part)) RETURNING (w).parts;
= {"(a,1.00)"}
