-- from
CREATE TABLE t (a UNSIGNED BIG INT, b DOUBLE PRECISION, c, d DECIMAL(10,2), e "quoted type", f VARCHAR(10), g NATIVE CHARACTER(70), h FLOATING POINT);
INSERT INTO t VALUES (1, 2.5, 'c', 3.25, 4, 'f', 'g', 5);
-- to
CREATE TABLE t (a INT8, b DOUBLE PRECISION, c, d DECIMAL(12,4), e "quoted type", f VARCHAR(255), g NVARCHAR(100), h FLOATING POINT);
-- kept
SELECT a, b, c, d, e, f, g, h FROM t;
= 1|2.5|c|3.25|4|f|g|5
