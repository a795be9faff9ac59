-- from
CREATE TABLE a (id int CONSTRAINT shared PRIMARY KEY, n int);
CREATE TABLE b (id int PRIMARY KEY, n int CONSTRAINT positive CHECK (n > 0));
CREATE INDEX taken ON a (n);
CREATE SEQUENCE counter;
INSERT INTO a VALUES (1, 1);
INSERT INTO b VALUES (1, 1);
-- to
CREATE TABLE a (id int CONSTRAINT a_key PRIMARY KEY, n int CONSTRAINT positive CHECK (n > 0));
CREATE TABLE b (id int PRIMARY KEY, n int CONSTRAINT counter UNIQUE);
CREATE INDEX shared ON b (n, id);
CREATE VIEW taken AS SELECT n FROM a;
-- back
-- in place
table a
table b
-- kept
SELECT n FROM taken;
= 1
