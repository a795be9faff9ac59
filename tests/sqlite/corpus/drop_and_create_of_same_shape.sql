CREATE TABLE a (x);
BEGIN;
DROP TABLE a;
CREATE TABLE b (x);
COMMIT;
--> create table a [create]
--> drop table a [drop]
--> create table b [create]
BEGIN;
DROP TABLE b;
CREATE TABLE b (x);
COMMIT;
--> drop table b [drop]
--> create table b [create]
CREATE INDEX i ON b (x);
BEGIN;
DROP INDEX i;
CREATE INDEX i ON b (x);
COMMIT;
