-- A queue of notifications that is full: the commit goes through without one
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
-- Loads the library.
CREATE TABLE loaded (id int);
LISTEN ddltrail;
\o | grep --count Asynchronous
SET ddltrail.debug_queue_limit = -1;
CREATE TABLE unheard (id int);
RESET ddltrail.debug_queue_limit;
\o
\o | grep --count Asynchronous
CREATE TABLE heard (id int);
\o
UNLISTEN ddltrail;
SELECT object_name FROM ddltrail.change_log WHERE id > :start ORDER BY id;
DROP TABLE loaded, unheard, heard;
