-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, doubled INTEGER GENERATED ALWAYS AS (a * 2) STORED);
INSERT INTO t (a) VALUES (1), (2);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, doubled INTEGER, half REAL AS (a / 2.0) STORED, shown TEXT AS ('n' || a));
-- options
--allow
may-fail
-- kept
SELECT * FROM t ORDER BY id;
= 1|1|2|0.5|n1
= 2|2|4|1.0|n2
