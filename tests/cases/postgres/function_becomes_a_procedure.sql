-- from
CREATE TABLE t (id int PRIMARY KEY);
CREATE FUNCTION fill(n int) RETURNS void LANGUAGE sql AS 'INSERT INTO public.t VALUES (n)';
GRANT EXECUTE ON FUNCTION fill(int) TO app_writer;
COMMENT ON FUNCTION fill(int) IS 'fills t';
-- to
CREATE TABLE t (id int PRIMARY KEY);
CREATE PROCEDURE fill(n int) LANGUAGE sql AS 'INSERT INTO public.t VALUES (n)';
GRANT EXECUTE ON PROCEDURE fill(int) TO app_writer;
COMMENT ON PROCEDURE fill(int) IS 'fills t';
-- back
-- kept
CALL fill(7);
SELECT id FROM t;
= 7
