-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, amount DECIMAL(10, 2), note VARCHAR(20));
INSERT INTO t VALUES (1, 2.5, 'x');
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, amount REAL, note TEXT) STRICT;
-- refused
may-fail
-- kept
SELECT * FROM t;
= 1|2.5|x
