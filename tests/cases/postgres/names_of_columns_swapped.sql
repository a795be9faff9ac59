-- from
CREATE TABLE t (id int PRIMARY KEY, a text, b text);
CREATE VIEW v AS SELECT a AS one, b AS two FROM t;
INSERT INTO t VALUES (1, 'was a', 'was b');
-- to
CREATE TABLE t (id int PRIMARY KEY, b text, a text);
CREATE VIEW v AS SELECT b AS one, a AS two FROM t;
-- options
--rename=column:public.t.a=b
--rename=column:public.t.b=a
-- back
--rename=column:public.t.a=b
--rename=column:public.t.b=a
-- lacks
(CREATE|DROP)
-- in place
table t
table v
-- kept
SELECT a, b FROM t;
= was b|was a
SELECT one, two FROM v;
= was a|was b
-- kept back
SELECT a, b FROM t;
= was a|was b
