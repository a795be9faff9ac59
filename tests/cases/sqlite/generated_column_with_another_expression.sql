-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, v INTEGER AS (a * 2), s INTEGER AS (a * 2) STORED, kind TEXT AS ('x') VIRTUAL);
CREATE INDEX t_v ON t (v);
INSERT INTO t (a) VALUES (2), (3);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, v INTEGER AS (a * 3), s INTEGER AS (a * 4) STORED, kind TEXT AS ('x') STORED);
CREATE INDEX t_v ON t (v);
-- lacks
INSERT [^\n]*\b(v|s|kind)\b[^\n]*SELECT
-- kept
SELECT a, v, s, kind FROM t ORDER BY id;
= 2|6|8|x
= 3|9|12|x
