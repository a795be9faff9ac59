-- from
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 1, b text DEFAULT 'it''s', c timestamptz DEFAULT now(), d int[], e jsonb DEFAULT '{}');
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT -2, b text, c timestamptz DEFAULT now() - interval '1 day', d int[] DEFAULT '{1,2}', e jsonb DEFAULT '{"a": [1, "it''s"]}');
-- back
-- refused
not data-loss
not table-rewrite
-- in place
table t
-- kept
INSERT INTO t (id) VALUES (2) RETURNING a, b, d, e;
= -2||{1,2}|{"a": [1, "it's"]}
SELECT a, b, e FROM t WHERE id = 1;
= 1|it's|{}
