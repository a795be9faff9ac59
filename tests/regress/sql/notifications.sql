-- LISTEN ddltrail: one notification without content for each transaction that wrote to the log
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = warning;
CREATE SCHEMA notifications_;
SET search_path = notifications_;
\o | sed -n 's/ from server process with PID [0-9]*//p'
LISTEN ddltrail;
CREATE TABLE single (id int);
BEGIN;
CREATE TABLE a (id int);
CREATE TABLE b (id int);
SAVEPOINT s;
CREATE TABLE c (id int);
ROLLBACK TO s;
COMMIT;
\o
-- None for what is rolled back, changes nothing, is no DDL or stands in no log.
\o | grep --count Asynchronous
BEGIN;
CREATE TABLE never (id int);
ROLLBACK;
CREATE TABLE IF NOT EXISTS a (id int);
INSERT INTO a VALUES (1);
CREATE TEMP TABLE t (id int);
\o
-- A transaction that is prepared wakes nobody, neither then nor in the transaction after it; it works though somebody listens.
\o | grep --count Asynchronous
BEGIN;
CREATE TABLE prepared (id int);
PREPARE TRANSACTION 'notifications';
SELECT 1;
COMMIT PREPARED 'notifications';
\o
-- One for each transaction of a command that has several of them and writes in each.
\o | grep --count Asynchronous
CREATE INDEX CONCURRENTLY ON a (id);
\o
UNLISTEN ddltrail;
SELECT count(*) FROM ddltrail.change_log WHERE id > :start AND object_name IN ('prepared', 'a_id_idx');
DROP SCHEMA notifications_ CASCADE;
