-- from
CREATE FUNCTION add_up(s int, n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT s + n';
CREATE AGGREGATE total(int) (SFUNC = add_up, STYPE = int, INITCOND = '0');
CREATE TABLE t (n int);
CREATE VIEW totals AS SELECT total(n) AS n FROM t;
GRANT EXECUTE ON FUNCTION total(int) TO app_reader;
COMMENT ON AGGREGATE total(int) IS 'of all';
INSERT INTO t VALUES (1), (2);
-- to
CREATE FUNCTION add_up(s bigint, n int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT s + n';
CREATE AGGREGATE total(int) (SFUNC = add_up, STYPE = bigint, INITCOND = '10');
CREATE TABLE t (n int);
CREATE VIEW totals AS SELECT total(n) AS n FROM t;
GRANT EXECUTE ON FUNCTION total(int) TO app_reader;
COMMENT ON AGGREGATE total(int) IS 'of all';
-- back
-- kept
SELECT n FROM totals;
= 13
