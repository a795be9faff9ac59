-- from
CREATE DOMAIN amount AS int;
CREATE DOMAIN price AS amount CONSTRAINT positive CHECK (VALUE > 0);
CREATE DOMAIN prices AS amount[];
CREATE TABLE t (id int PRIMARY KEY, p price, ps prices);
INSERT INTO t VALUES (1, 5, '{1,2}');
-- to
CREATE DOMAIN amount AS numeric(10,2);
CREATE DOMAIN price AS amount CONSTRAINT positive CHECK (VALUE > 0);
CREATE DOMAIN prices AS amount[];
CREATE TABLE t (id int PRIMARY KEY, p price, ps prices);
-- back
-- kept
SELECT p, ps FROM t;
= 5.00|{1.00,2.00}
-- kept back
SELECT p, ps FROM t;
= 5|{1,2}
