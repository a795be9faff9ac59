-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
CREATE TABLE new_t (id INTEGER PRIMARY KEY, n INTEGER);
CREATE TABLE NEW_T_ (x);
CREATE TABLE __new_t (x);
CREATE TABLE t_new (x);
CREATE TABLE _alembic_tmp_t (x);
CREATE TABLE t_old (x);
CREATE VIEW t_backup AS SELECT n FROM new_t;
CREATE TABLE i (x);
CREATE INDEX new_i ON i (x);
INSERT INTO t VALUES (1, 1);
INSERT INTO new_t VALUES (1, 2);
INSERT INTO i VALUES (3);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE new_t (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE NEW_T_ (x);
CREATE TABLE __new_t (x);
CREATE TABLE t_new (x);
CREATE TABLE _alembic_tmp_t (x);
CREATE TABLE t_old (x);
CREATE VIEW t_backup AS SELECT n FROM new_t;
CREATE TABLE i (x TEXT);
CREATE INDEX new_i ON i (x);
-- refused
may-fail
-- lost
column i.x
-- kept
SELECT t.n, new_t.n FROM t, new_t;
= 1|2
SELECT x FROM i;
= 3
