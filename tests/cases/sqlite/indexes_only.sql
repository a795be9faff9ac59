-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE INDEX one ON t (a);
CREATE UNIQUE INDEX two ON t (b);
CREATE INDEX three ON t (a DESC);
INSERT INTO t VALUES (1, 'a', 'b');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
CREATE UNIQUE INDEX one ON t (a);
CREATE INDEX two ON t (b);
CREATE INDEX three ON t (lower(a));
-- refused
may-fail
-- kept
SELECT * FROM t;
= 1|a|b
