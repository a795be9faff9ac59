-- from
CREATE FUNCTION f() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT f(), m int GENERATED ALWAYS AS (id + f()) STORED, CONSTRAINT c CHECK (id > f() - 2));
CREATE INDEX t_f_idx ON t ((id + f()));
CREATE VIEW v AS SELECT f() AS one FROM t;
CREATE POLICY p ON t USING (id > f());
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (id int PRIMARY KEY, n int);
-- back
-- lacks
CASCADE
-- kept
SELECT id, n FROM t;
= 1|1
-- kept back
SELECT id, n, m FROM t;
= 1|1|2
