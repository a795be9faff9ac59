-- from
CREATE SEQUENCE s1;
CREATE SEQUENCE s2;
CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('s1'), n int DEFAULT nextval('s2'));
ALTER SEQUENCE s2 OWNED BY t.n;
INSERT INTO t VALUES (DEFAULT);
-- to
CREATE SEQUENCE s1;
CREATE SEQUENCE s2;
CREATE TABLE t (id int PRIMARY KEY DEFAULT nextval('s1'), n int);
ALTER SEQUENCE s1 OWNED BY t.id;
-- back
-- in place
table s1
table s2
table t
-- kept
SELECT nextval('s2');
= 2
