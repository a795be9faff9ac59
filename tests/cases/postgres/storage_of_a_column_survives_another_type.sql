-- from
CREATE TABLE t (id int PRIMARY KEY, a varchar(10));
ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER a SET STATISTICS 77, ALTER a SET (n_distinct = 5);
GRANT SELECT (a) ON t TO app_reader;
COMMENT ON COLUMN t.a IS 'kept';
INSERT INTO t VALUES (1, 'x');
-- to
CREATE TABLE t (id int PRIMARY KEY, a text);
ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER a SET STATISTICS 77, ALTER a SET (n_distinct = 5);
GRANT SELECT (a) ON t TO app_reader;
COMMENT ON COLUMN t.a IS 'kept';
-- back
-- in place
table t
-- kept
SELECT a FROM t;
= x
