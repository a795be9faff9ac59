CREATE TABLE t (a UNIQUE, b);
CREATE INDEX i ON t (b);
INSERT INTO t VALUES (1, 2), (2, 3);
ANALYZE;
--> create table t [create]
--> create index sqlite_autoindex_t_1 [create]
--> create index i [create]
ANALYZE t;
ANALYZE main;
ANALYZE main.i;
PRAGMA optimize;
DROP TABLE sqlite_stat1;
ANALYZE;
BEGIN;
ANALYZE;
COMMIT;
--> nothing
DROP TABLE t;
--> drop table t [drop]
--> drop index sqlite_autoindex_t_1 [drop]
--> drop index i [drop]
