-- from
CREATE TABLE t (id int PRIMARY KEY, tags text, ns int[]);
INSERT INTO t VALUES (1, '{a,b}', '{1,2}');
-- to
CREATE TABLE t (id int PRIMARY KEY, tags text[], ns bigint[]);
-- back
-- kept
SELECT tags[2], ns[1] FROM t;
= b|1
-- kept back
SELECT tags, ns FROM t;
= {a,b}|{1,2}
