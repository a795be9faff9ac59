-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, made_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, day TEXT DEFAULT (date('now')));
-- kept
SELECT id, n, length(made_at), length(day) FROM t;
= 1|2|19|10
