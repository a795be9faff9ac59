-- The server keeps what was written: the same value in other words is another default.
-- from
CREATE TABLE t (id int PRIMARY KEY, a bigint DEFAULT 0, b timestamptz DEFAULT now(), c text DEFAULT 'x');
INSERT INTO t (id) VALUES (1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a bigint DEFAULT 0::bigint, b timestamptz DEFAULT CURRENT_TIMESTAMP, c text DEFAULT 'x'::varchar);
-- back
-- refused
not data-loss
not table-rewrite
not may-fail
not long-lock
-- lacks
(CREATE|DROP|ADD|TYPE)
-- in place
table t
-- kept
SELECT id, a, c FROM t;
= 1|0|x
