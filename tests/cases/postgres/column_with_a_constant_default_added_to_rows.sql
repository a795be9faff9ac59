-- from
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- to
CREATE TABLE t (id int PRIMARY KEY, state text NOT NULL DEFAULT 'new', n int DEFAULT 3);
-- back
-- refused
not table-rewrite
not may-fail
not data-loss
-- in place
table t
-- kept
SELECT id, state, n FROM t ORDER BY id;
= 1|new|3
= 2|new|3
