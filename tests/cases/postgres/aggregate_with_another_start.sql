-- from
CREATE AGGREGATE highest(int) (SFUNC = int4larger, STYPE = int);
CREATE TABLE t (n int);
CREATE VIEW v AS SELECT highest(n) AS n FROM t;
-- to
CREATE AGGREGATE highest(int) (SFUNC = int4larger, STYPE = int, INITCOND = '5');
CREATE TABLE t (n int);
CREATE VIEW v AS SELECT highest(n) AS n FROM t;
-- back
-- kept
SELECT n FROM v;
= 5
