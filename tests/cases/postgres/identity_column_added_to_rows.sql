-- from
CREATE TABLE t (name text);
INSERT INTO t VALUES ('a'), ('b');
-- to
CREATE TABLE t (name text, id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
-- back
-- refused
table-rewrite
-- kept
SELECT name, id FROM t ORDER BY id;
= a|1
= b|2
INSERT INTO t (name) VALUES ('c') RETURNING id;
= 3
