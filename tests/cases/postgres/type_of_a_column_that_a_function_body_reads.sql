-- A body of the SQL standard is bound to the column.
-- from
CREATE TABLE users (id int PRIMARY KEY, age int);
CREATE FUNCTION oldest() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT max(age) FROM users; END;
GRANT EXECUTE ON FUNCTION oldest() TO app_reader;
COMMENT ON FUNCTION oldest() IS 'of all';
INSERT INTO users VALUES (1, 20), (2, 50);
-- to
CREATE TABLE users (id int PRIMARY KEY, age smallint);
CREATE FUNCTION oldest() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT max(age) FROM users; END;
GRANT EXECUTE ON FUNCTION oldest() TO app_reader;
COMMENT ON FUNCTION oldest() IS 'of all';
-- back
-- kept
SELECT oldest();
= 50
