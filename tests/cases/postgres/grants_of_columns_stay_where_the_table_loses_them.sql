-- What the server takes of a table it takes of its columns.
-- from
CREATE TABLE t (a int, b int);
GRANT SELECT, INSERT ON t TO app_reader;
GRANT SELECT (a), INSERT (a), UPDATE (b) ON t TO app_reader;
CREATE VIEW v AS SELECT a, b FROM t;
GRANT INSERT ON v TO PUBLIC;
GRANT INSERT (a) ON v TO PUBLIC;
-- to
CREATE TABLE t (a int, b int);
GRANT SELECT ON t TO app_reader;
GRANT SELECT (a), INSERT (a), UPDATE (b) ON t TO app_reader;
CREATE VIEW v AS SELECT a, b FROM t;
GRANT INSERT (a) ON v TO PUBLIC;
-- back
