-- from
CREATE TABLE t (id int PRIMARY KEY, a int, b text, w tsvector);
CREATE INDEX fill ON t (a) WITH (fillfactor = 50);
CREATE INDEX plain ON t (b);
CREATE INDEX expression ON t ((a + 1), lower(b));
CREATE INDEX pages ON t USING brin (a) WITH (pages_per_range = 16);
CREATE INDEX pending ON t USING gin (w) WITH (fastupdate = off);
CREATE INDEX signed ON t USING gist (w tsvector_ops (siglen = 100)) WHERE a > 0;
INSERT INTO t VALUES (1, 1, 'x', 'y');
-- to
CREATE TABLE t (id int PRIMARY KEY, a int, b text, w tsvector);
CREATE INDEX fill ON t (a);
CREATE INDEX plain ON t (b) WITH (fillfactor = 70, deduplicate_items = off);
CREATE INDEX expression ON t ((a + 1), lower(b));
CREATE INDEX pages ON t USING brin (a int4_minmax_multi_ops (values_per_range = 8)) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX pending ON t USING gin (w) WITH (gin_pending_list_limit = 128);
CREATE INDEX signed ON t USING gist (w tsvector_ops (siglen = 200)) WHERE a > 0;
-- back
-- in place
table t
-- kept
SELECT id FROM t;
= 1
