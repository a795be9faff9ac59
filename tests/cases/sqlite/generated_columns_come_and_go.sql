-- What was computed is stored where it becomes plain.
-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, doubled INTEGER GENERATED ALWAYS AS (a * 2) STORED, next INTEGER AS (a + 1) VIRTUAL);
CREATE INDEX t_next ON t (next);
INSERT INTO t (a) VALUES (1), (2);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, doubled INTEGER, next INTEGER, half REAL AS (a / 2.0) STORED, shown TEXT AS ('n' || a));
CREATE INDEX t_next ON t (next);
-- kept
SELECT * FROM t ORDER BY id;
= 1|1|2|2|0.5|n1
= 2|2|4|3|1.0|n2
