-- from
CREATE TYPE e AS ENUM ('a', 'b', 'gone');
CREATE TYPE c AS (x e, y int);
CREATE DOMAIN d AS e CONSTRAINT dc CHECK (VALUE <> 'gone');
CREATE TABLE t (id int PRIMARY KEY, x e DEFAULT 'a', xs e[] DEFAULT ARRAY['a'::e], c c, d d DEFAULT 'b', g boolean GENERATED ALWAYS AS (x = 'a') STORED, UNIQUE (x, id), CONSTRAINT tc CHECK (x <> 'gone' OR (c).x = 'a')) ;
CREATE TABLE parts (x e, n int) PARTITION BY LIST (x);
CREATE TABLE parts_a PARTITION OF parts FOR VALUES IN ('a');
CREATE TABLE parts_b PARTITION OF parts FOR VALUES IN ('b', 'gone');
CREATE INDEX i1 ON t (x) INCLUDE (id); 
CREATE FUNCTION f(x e, xs e[] DEFAULT '{a}') RETURNS e LANGUAGE sql IMMUTABLE AS 'SELECT x';
CREATE FUNCTION s() RETURNS TABLE (x e) LANGUAGE sql BEGIN ATOMIC SELECT t.x FROM t WHERE t.x = 'a'; END;
CREATE INDEX i3 ON t (f(x)) WHERE x = 'b';
CREATE VIEW v AS SELECT x, f(x) AS fx, 'a'::e AS k FROM t;
CREATE VIEW w AS SELECT v.x FROM v, s() s WHERE s.x = v.x;
CREATE MATERIALIZED VIEW m AS SELECT x, count(*) AS n FROM w GROUP BY x;
CREATE UNIQUE INDEX mi ON m (x);
CREATE RULE r AS ON INSERT TO v DO INSTEAD INSERT INTO t (id, x) VALUES (1, NEW.x);
CREATE POLICY p ON t USING (x = ANY (xs) AND EXISTS (SELECT FROM parts WHERE parts.x = t.x));
CREATE STATISTICS st ON x, id FROM t;
CREATE TABLE u (id int PRIMARY KEY, x e, t_id int, FOREIGN KEY (x, t_id) REFERENCES t (x, id));
SET client_min_messages = error;
CREATE PUBLICATION pub FOR TABLE t (id, x) WHERE (id > 0);
COMMENT ON VIEW w IS 'w'; COMMENT ON COLUMN m.n IS 'n'; COMMENT ON INDEX i3 IS 'i3'; COMMENT ON CONSTRAINT tc ON t IS 'tc'; COMMENT ON CONSTRAINT dc ON DOMAIN d IS 'dc'; COMMENT ON FUNCTION s() IS 's'; COMMENT ON RULE r ON v IS 'r';
GRANT SELECT (fx) ON v TO app_reader; GRANT SELECT ON m TO app_writer; GRANT USAGE ON TYPE d TO app_reader;
INSERT INTO t (id, c) VALUES (1, ROW('a', 2)); INSERT INTO parts VALUES ('a', 1), ('b', 2); INSERT INTO u VALUES (1, 'a', 1);
REFRESH MATERIALIZED VIEW m;
-- to
CREATE TYPE e AS ENUM ('b', 'a');
CREATE TYPE c AS (x e, y int);
CREATE DOMAIN d AS e CONSTRAINT dc CHECK (VALUE <> 'a');
CREATE TABLE t (id int PRIMARY KEY, x e DEFAULT 'a', xs e[] DEFAULT ARRAY['a'::e], c c, d d DEFAULT 'b', g boolean GENERATED ALWAYS AS (x = 'a') STORED, UNIQUE (x, id), CONSTRAINT tc CHECK (x <> 'b' OR (c).x = 'a')) ;
CREATE TABLE parts (x e, n int) PARTITION BY LIST (x);
CREATE TABLE parts_a PARTITION OF parts FOR VALUES IN ('a');
CREATE TABLE parts_b PARTITION OF parts FOR VALUES IN ('b');
CREATE INDEX i1 ON t (x) INCLUDE (id);
CREATE FUNCTION f(x e, xs e[] DEFAULT '{a}') RETURNS e LANGUAGE sql IMMUTABLE AS 'SELECT x';
CREATE FUNCTION s() RETURNS TABLE (x e) LANGUAGE sql BEGIN ATOMIC SELECT t.x FROM t WHERE t.x = 'a'; END;
CREATE INDEX i3 ON t (f(x)) WHERE x = 'b';
CREATE VIEW v AS SELECT x, f(x) AS fx, 'a'::e AS k FROM t;
CREATE VIEW w AS SELECT v.x FROM v, s() s WHERE s.x = v.x;
CREATE MATERIALIZED VIEW m AS SELECT x, count(*) AS n FROM w GROUP BY x;
CREATE UNIQUE INDEX mi ON m (x);
CREATE RULE r AS ON INSERT TO v DO INSTEAD INSERT INTO t (id, x) VALUES (1, NEW.x);
CREATE POLICY p ON t USING (x = ANY (xs) AND EXISTS (SELECT FROM parts WHERE parts.x = t.x));
CREATE STATISTICS st ON x, id FROM t;
CREATE TABLE u (id int PRIMARY KEY, x e, t_id int, FOREIGN KEY (x, t_id) REFERENCES t (x, id));
SET client_min_messages = error;
CREATE PUBLICATION pub FOR TABLE t (id, x) WHERE (id > 0);
COMMENT ON VIEW w IS 'w'; COMMENT ON COLUMN m.n IS 'n'; COMMENT ON INDEX i3 IS 'i3'; COMMENT ON CONSTRAINT tc ON t IS 'tc'; COMMENT ON CONSTRAINT dc ON DOMAIN d IS 'dc'; COMMENT ON FUNCTION s() IS 's'; COMMENT ON RULE r ON v IS 'r';
GRANT SELECT (fx) ON v TO app_reader; GRANT SELECT ON m TO app_writer; GRANT USAGE ON TYPE d TO app_reader;
-- back
-- kept
SELECT id, x, xs, c, d, g FROM t;
= 1|a|{a}|(a,2)|b|t
SELECT x, n FROM m;
= a|1
