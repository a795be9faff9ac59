CREATE TABLE t (a INT, b TEXT, c);
CREATE INDEX plain ON t (a);
CREATE UNIQUE INDEX uniq ON t (b, c);
CREATE INDEX partial ON t (a) WHERE b IS NOT NULL AND c > 5;
CREATE INDEX expression ON t (lower(b), a + 1);
CREATE INDEX collated ON t (b COLLATE NOCASE DESC, a ASC);
CREATE INDEX IF NOT EXISTS plain ON t (c);
CREATE INDEX main.qualified ON t (a, a, a);
-- fails
CREATE INDEX plain ON t (b);
-- fails
CREATE INDEX bad ON t (missing);
-- fails
CREATE UNIQUE INDEX t ON t (a);
INSERT INTO t VALUES (1, 'x', 1), (1, 'x', 2);
-- fails
CREATE UNIQUE INDEX dup ON t (a);
ALTER TABLE t RENAME COLUMN b TO bb;
ALTER TABLE t RENAME TO u;
REINDEX;
REINDEX plain;
DROP INDEX partial;
DROP INDEX IF EXISTS partial;
DROP INDEX main.expression;
-- fails
DROP INDEX missing;
-- fails
DROP INDEX sqlite_autoindex_t_1;
DROP TABLE u;
