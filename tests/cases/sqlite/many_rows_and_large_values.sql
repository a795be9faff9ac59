-- from
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, n INTEGER, body BLOB);
CREATE INDEX t_n ON t (n);
WITH RECURSIVE x (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM x WHERE i < 20000) INSERT INTO t (n, body) SELECT i * 7 % 1000, randomblob(i % 50) FROM x;
INSERT INTO t (n, body) VALUES (1, zeroblob(300000));
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, n TEXT NOT NULL, body BLOB);
CREATE INDEX t_n ON t (n);
-- refused
may-fail
-- kept
SELECT count(*), max(id), max(length(body)), sum(n) FROM t;
= 20001|20001|300000|9990001
