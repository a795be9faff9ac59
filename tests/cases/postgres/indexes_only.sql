-- from
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c jsonb, d int[]);
CREATE INDEX unique_now ON t (a);
CREATE INDEX method ON t (a);
CREATE INDEX columns ON t (a);
CREATE INDEX part ON t (a) WHERE a > 0;
CREATE INDEX sorted ON t (a, b);
CREATE INDEX gone ON t (b);
CREATE INDEX covering ON t (a);
CREATE UNIQUE INDEX one_null ON t (b);
COMMENT ON INDEX method IS 'x';
INSERT INTO t VALUES (1, 1, 'x', '{}', '{1}');
-- to
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c jsonb, d int[]);
CREATE UNIQUE INDEX unique_now ON t (a);
CREATE INDEX method ON t USING hash (a);
CREATE INDEX columns ON t (b, a);
CREATE INDEX part ON t (a) WHERE a > 10;
CREATE INDEX sorted ON t (a DESC NULLS LAST, b COLLATE "C" text_pattern_ops);
CREATE INDEX covering ON t (a) INCLUDE (b);
CREATE UNIQUE INDEX one_null ON t (b) NULLS NOT DISTINCT;
CREATE INDEX in_c ON t USING gin (c jsonb_path_ops);
CREATE INDEX in_d ON t USING gin (d) WITH (fastupdate = off);
CREATE INDEX expression ON t (lower(b), (a + 1));
COMMENT ON INDEX method IS 'y';
-- back
-- refused
index-build
may-fail
-- has
CREATE (UNIQUE )?INDEX CONCURRENTLY
DROP INDEX CONCURRENTLY
-- in place
table t
-- kept
SELECT id FROM t;
= 1
