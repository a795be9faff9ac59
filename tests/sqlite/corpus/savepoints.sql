SAVEPOINT one;
CREATE TABLE a (x);
SAVEPOINT two;
CREATE TABLE b (x);
ALTER TABLE a ADD COLUMN y;
ROLLBACK TO two;
CREATE TABLE c (x);
RELEASE two;
RELEASE one;
--> create table a [create]
--> create table c [create]
BEGIN;
SAVEPOINT s;
DROP TABLE a;
ROLLBACK TO s;
ALTER TABLE a RENAME TO b;
SAVEPOINT s;
ALTER TABLE b RENAME TO d;
RELEASE s;
RELEASE s;
COMMIT;
--> rename table b [rename]
--> rename table d [rename]
SAVEPOINT s;
CREATE TABLE gone (x);
ROLLBACK TO s;
RELEASE s;
--> nothing
BEGIN;
SAVEPOINT s;
CREATE TABLE e (x);
ROLLBACK;
CREATE TABLE e (y);
--> create table e [create]
