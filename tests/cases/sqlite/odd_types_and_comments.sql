-- from
CREATE TABLE t (a UNSIGNED BIG INT, b DOUBLE PRECISION, c, d DECIMAL(10,2) /* money, */ DEFAULT 0 -- ) not the end
);
INSERT INTO t VALUES (1, 2.5, x'00', 3);
-- to
CREATE TABLE t (a UNSIGNED BIG INT NOT NULL, b DOUBLE PRECISION, c, d DECIMAL(10,2) DEFAULT 0);
-- refused
may-fail
-- kept
SELECT a, b, hex(c), d FROM t;
= 1|2.5|00|3
