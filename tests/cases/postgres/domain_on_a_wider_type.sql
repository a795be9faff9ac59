-- from
CREATE DOMAIN amount AS int CONSTRAINT positive CHECK (VALUE > 0);
COMMENT ON DOMAIN amount IS 'of money';
CREATE TABLE bills (id int PRIMARY KEY, amount amount NOT NULL DEFAULT 1);
CREATE VIEW sums AS SELECT sum(amount) AS total, max(amount) AS highest FROM bills;
CREATE FUNCTION twice(a amount) RETURNS amount LANGUAGE sql AS 'SELECT (a * 2)::amount';
INSERT INTO bills VALUES (1, 7);
-- to
CREATE DOMAIN amount AS bigint CONSTRAINT positive CHECK (VALUE > 0);
COMMENT ON DOMAIN amount IS 'of money';
CREATE TABLE bills (id int PRIMARY KEY, amount amount NOT NULL DEFAULT 1);
CREATE VIEW sums AS SELECT sum(amount) AS total, max(amount) AS highest FROM bills;
CREATE FUNCTION twice(a amount) RETURNS amount LANGUAGE sql AS 'SELECT (a * 2)::amount';
-- back
-- refused
table-rewrite
-- kept
SELECT amount, twice(amount), total FROM bills, sums;
= 7|14|7
SELECT pg_typeof(highest) FROM sums;
= bigint
-- kept back
SELECT amount, twice(amount), total FROM bills, sums;
= 7|14|7
