-- from
CREATE FUNCTION fits(n int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n < 100';
CREATE TABLE t (id int PRIMARY KEY, n int, m int CONSTRAINT unnamed CHECK (m > 0));
INSERT INTO t VALUES (1, 10, 10);
ALTER TABLE t ADD CONSTRAINT other CHECK (n > 0);
ALTER TABLE t ADD CONSTRAINT inherited CHECK (n > 1);
ALTER TABLE t ADD CONSTRAINT waits CHECK (n > 2) NOT VALID;
ALTER TABLE t ADD CONSTRAINT fitting CHECK (fits(n));
COMMENT ON CONSTRAINT other ON t IS 'n is above zero';
-- to
CREATE FUNCTION fits(n bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n < 1000';
CREATE TABLE t (id int PRIMARY KEY, n int, m int);
ALTER TABLE t ADD CONSTRAINT other CHECK (n > 5 AND m IS NOT NULL);
ALTER TABLE t ADD CONSTRAINT inherited CHECK (n > 1) NO INHERIT;
ALTER TABLE t ADD CONSTRAINT waits CHECK (n > 2);
ALTER TABLE t ADD CONSTRAINT fitting CHECK (fits(n));
ALTER TABLE t ADD CONSTRAINT coming CHECK (m < 50);
COMMENT ON CONSTRAINT other ON t IS 'n is above five';
-- back
-- refused
may-fail
-- has
VALIDATE CONSTRAINT
-- in place
table t
constraint waits
-- kept
SELECT id, n, m FROM t;
= 1|10|10
