-- from
CREATE TABLE goods (id int PRIMARY KEY, code varchar(10), price numeric(8,2), at timestamp(3));
INSERT INTO goods VALUES (1, 'abc', 12.34, '2024-01-01 10:00:00.123');
-- to
CREATE TABLE goods (id int PRIMARY KEY, code varchar(20), price numeric(10,2), at timestamp(6));
-- refused
not table-rewrite
not may-fail
not data-loss
-- in place
table goods
-- back
-- kept
SELECT code, price, at FROM goods;
= abc|12.34|2024-01-01 10:00:00.123
