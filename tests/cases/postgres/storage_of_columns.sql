-- from
CREATE TABLE t (id int PRIMARY KEY, a text, b text, c text, d text);
ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER b SET STATISTICS 500, ALTER c SET (n_distinct = 7, n_distinct_inherited = -0.5), ALTER d SET COMPRESSION pglz;
COMMENT ON COLUMN t.a IS 'long';
INSERT INTO t VALUES (1, 'a', 'b', 'c', 'd');
-- to
CREATE TABLE t (id int PRIMARY KEY, a text, b text, c text, d text);
ALTER TABLE t ALTER b SET STORAGE MAIN, ALTER c SET STATISTICS 0, ALTER c SET (n_distinct = -0.1), ALTER a SET COMPRESSION pglz, ALTER d SET (n_distinct = 3);
COMMENT ON COLUMN t.b IS 'shorter';
-- back
-- lacks
(DROP|CREATE)
-- in place
table t
-- kept
SELECT a, b, c, d FROM t;
= a|b|c|d
