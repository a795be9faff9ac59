-- from
CREATE TABLE imported (id int PRIMARY KEY, n text, at text, ok text, js text DEFAULT '{}');
INSERT INTO imported VALUES (1, '42', '2024-02-29', 'true', '{"a": 1}');
-- to
CREATE TABLE imported (id int PRIMARY KEY, n int, at date, ok boolean, js jsonb DEFAULT '{}');
-- back
-- refused
may-fail
table-rewrite
-- kept
SELECT n + 1, at + 1, ok, js -> 'a' FROM imported;
= 43|2024-03-01|t|1
INSERT INTO imported (id) VALUES (2) RETURNING js;
= {}
-- kept back
SELECT n, at, ok, js FROM imported WHERE id = 1;
= 42|2024-02-29|true|{"a": 1}
