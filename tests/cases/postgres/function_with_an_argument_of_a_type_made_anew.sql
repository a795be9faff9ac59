-- from
CREATE TYPE kind AS ENUM ('a', 'gone');
CREATE FUNCTION is_a(k kind, ks kind[] DEFAULT '{a}') RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT k = ''a''';
CREATE FUNCTION kinds() RETURNS TABLE (k kind) LANGUAGE sql STABLE AS 'SELECT ''a''::public.kind';
CREATE TABLE t (id int PRIMARY KEY, k kind, CONSTRAINT only_a CHECK (is_a(k)));
CREATE INDEX t_is_a_idx ON t (is_a(k));
GRANT EXECUTE ON FUNCTION is_a(kind, kind[]) TO app_reader;
INSERT INTO t VALUES (1, 'a');
-- to
CREATE TYPE kind AS ENUM ('a', 'b');
CREATE FUNCTION is_a(k kind, ks kind[] DEFAULT '{a}') RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT k = ''a''';
CREATE FUNCTION kinds() RETURNS TABLE (k kind) LANGUAGE sql STABLE AS 'SELECT ''a''::public.kind';
CREATE TABLE t (id int PRIMARY KEY, k kind, CONSTRAINT only_a CHECK (is_a(k)));
CREATE INDEX t_is_a_idx ON t (is_a(k));
GRANT EXECUTE ON FUNCTION is_a(kind, kind[]) TO app_reader;
-- back
-- kept
SELECT is_a(t.k), kinds.k FROM t, kinds();
= t|a
