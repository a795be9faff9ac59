-- from
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE INDEX fill ON t (a) WITH (fillfactor = 50);
CREATE INDEX plain ON t (b);
CREATE INDEX expression ON t ((a + 1), lower(b));
INSERT INTO t VALUES (1, 1, 'x');
-- to
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE INDEX fill ON t (a);
CREATE INDEX plain ON t (b) WITH (fillfactor = 70, deduplicate_items = off);
CREATE INDEX expression ON t ((a + 1), lower(b));
-- back
-- in place
table t
-- kept
SELECT id FROM t;
= 1
