-- from
CREATE TYPE span AS RANGE (subtype = int, multirange_type_name = spans);
COMMENT ON TYPE span IS 'from to';
CREATE TABLE t (id int PRIMARY KEY, s span, m spans);
INSERT INTO t VALUES (1, '[1,5)', '{[1,2),[3,4)}');
-- to
CREATE TYPE span AS RANGE (subtype = bigint, multirange_type_name = many_spans);
COMMENT ON TYPE span IS 'from to';
CREATE TABLE t (id int PRIMARY KEY, s span, m many_spans);
-- back
-- kept
SELECT s, m FROM t;
= [1,5)|{[1,2),[3,4)}
