-- from
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t VALUES (1), (2);
-- to
CREATE TABLE t (id int PRIMARY KEY, key uuid NOT NULL DEFAULT gen_random_uuid(), state text NOT NULL DEFAULT 'new', at timestamptz NOT NULL DEFAULT now());
-- back
-- kept
SELECT count(DISTINCT key), count(DISTINCT state), count(at) FROM t;
= 2|1|2
