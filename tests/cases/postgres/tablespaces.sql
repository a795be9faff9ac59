-- from
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY) TABLESPACE app_space;
CREATE TABLE c (id int PRIMARY KEY, n int);
CREATE INDEX c_n_idx ON c (n);
INSERT INTO a VALUES (1);
INSERT INTO b VALUES (2);
-- to
CREATE TABLE a (id int PRIMARY KEY) TABLESPACE app_space;
CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, n int);
CREATE INDEX c_n_idx ON c (n);
CREATE TABLE d (id int) TABLESPACE app_space;
CREATE MATERIALIZED VIEW e TABLESPACE app_space AS SELECT id FROM d;
-- back
-- kept
SELECT a.id, b.id FROM a, b;
= 1|2
