CREATE TABLE t (a, b);
ALTER TABLE t RENAME TO u;
DROP TABLE u;
--> create table t [create]
--> rename table u [rename]
--> drop table u [drop]
CREATE TABLE u (a, b);
ALTER TABLE u RENAME TO t;
CREATE TABLE u (a, b);
DROP TABLE t;
ALTER TABLE u RENAME TO t;
--> create table u [create]
--> rename table t [rename]
--> create table u [create]
--> drop table t [drop]
--> rename table t [rename]
