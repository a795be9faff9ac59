-- from
CREATE DOMAIN whole AS int CONSTRAINT whole_check CHECK (VALUE >= 0);
CREATE DOMAIN few AS whole CONSTRAINT few_check CHECK (VALUE < 10);
CREATE TABLE t (id int PRIMARY KEY, n few);
INSERT INTO t VALUES (1, 4);
-- to
CREATE DOMAIN whole AS int CONSTRAINT whole_check CHECK (VALUE > 0);
CREATE DOMAIN few AS whole CONSTRAINT few_check CHECK (VALUE < 5);
CREATE TABLE t (id int PRIMARY KEY, n few);
-- back
-- in place
table t
-- kept
SELECT n FROM t;
= 4
