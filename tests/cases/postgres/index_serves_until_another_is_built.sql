-- from
CREATE TABLE t (a int PRIMARY KEY, b int, c text);
CREATE INDEX i ON t (a);
CREATE UNIQUE INDEX one_b ON t (b) WHERE b > 1;
CREATE INDEX retyped ON t (c);
COMMENT ON INDEX i IS 'by a';
CREATE TABLE other (b int);
INSERT INTO t VALUES (1, 2, '3');
-- to
CREATE TABLE t (a int PRIMARY KEY, b int, c text, d int);
CREATE INDEX i ON t (a, b);
CREATE UNIQUE INDEX one_b ON t (b) WHERE b > 0;
CREATE INDEX retyped ON t (c, d);
COMMENT ON INDEX i IS 'by a';
CREATE TABLE other (b int);
-- back
-- has
RENAME TO i_former;[\s\S]*COMMIT;[\s\S]*CREATE INDEX CONCURRENTLY i [\s\S]*DROP INDEX CONCURRENTLY public.i_former
CREATE UNIQUE INDEX CONCURRENTLY one_b [\s\S]*DROP INDEX CONCURRENTLY public.one_b_former
-- lacks
DROP INDEX [^C]
-- kept
SELECT a, b, c FROM t;
= 1|2|3
