-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE INDEX one ON t (a);
CREATE UNIQUE INDEX two ON t (b);
CREATE INDEX three ON t (a DESC);
CREATE INDEX four ON t (a, b);
CREATE INDEX five ON t (a COLLATE NOCASE) WHERE b > 'a';
INSERT INTO t VALUES (1, 'a', 'b');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE UNIQUE INDEX one ON t (a);
CREATE INDEX two ON t (b);
CREATE INDEX three ON t (lower(a));
CREATE INDEX four ON t (a DESC, b);
CREATE INDEX five ON t (a COLLATE RTRIM) WHERE b > 'b';
-- refused
may-fail
-- lacks
TABLE t\b
-- kept
SELECT * FROM t;
= 1|a|b
