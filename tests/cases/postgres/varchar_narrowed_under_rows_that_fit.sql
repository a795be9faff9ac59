-- from
CREATE TABLE goods (id int PRIMARY KEY, code varchar(20), name text);
INSERT INTO goods VALUES (1, 'abc', 'short');
-- to
CREATE TABLE goods (id int PRIMARY KEY, code varchar(10), name varchar(10));
-- back
-- refused
may-fail
-- kept
SELECT code, name FROM goods;
= abc|short
