-- Casts, operators, their classes, collations, conversions, text search and what a table is clustered on are left alone, also beside
-- columns of another type.
-- from
CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION sum_of(p pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT p.a + p.b';
CREATE CAST (pair AS int) WITH FUNCTION sum_of(pair);
CREATE FUNCTION same(a int, b int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT a = b';
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = same);
CREATE OPERATOR CLASS other_ops FOR TYPE int USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(int);
CREATE COLLATION plain FROM "C";
CREATE CONVERSION odd FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
CREATE TABLE t (id int PRIMARY KEY, n int, p pair, w text COLLATE plain, CONSTRAINT alike CHECK (id === id));
CREATE INDEX t_hash_idx ON t USING hash (id other_ops);
CREATE INDEX t_n_idx ON t (n);
CREATE INDEX t_words_idx ON t USING gin (to_tsvector('words', w));
CREATE VIEW v AS SELECT p::int AS s, n FROM t ORDER BY w COLLATE plain;
ALTER TABLE t CLUSTER ON t_n_idx;
INSERT INTO t VALUES (1, 2, ROW(3, 4), 'x');
-- to
CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION sum_of(p pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT p.a + p.b';
CREATE CAST (pair AS int) WITH FUNCTION sum_of(pair);
CREATE FUNCTION same(a int, b int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT a = b';
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = same);
CREATE OPERATOR CLASS other_ops FOR TYPE int USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(int);
CREATE COLLATION plain FROM "C";
CREATE CONVERSION odd FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
CREATE TABLE t (id int PRIMARY KEY, n bigint, p pair, w varchar(20) COLLATE plain, CONSTRAINT alike CHECK (id === id));
CREATE INDEX t_hash_idx ON t USING hash (id other_ops);
CREATE INDEX t_n_idx ON t (n);
CREATE INDEX t_words_idx ON t USING gin (to_tsvector('words', w));
CREATE VIEW v AS SELECT p::int AS s, n FROM t ORDER BY w COLLATE plain;
ALTER TABLE t CLUSTER ON t_n_idx;
-- options
--no-verify
-- back
-- kept
SELECT s, n FROM v;
= 7|2
