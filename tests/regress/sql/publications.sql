-- Publications and subscriptions: members; what a connection string holds is not told
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = error;
CREATE SCHEMA publications_;
CREATE SCHEMA publications_2;
CREATE TABLE publications_.t (id int PRIMARY KEY, n int);
CREATE TABLE publications_.u (id int PRIMARY KEY);
CREATE PUBLICATION ddltrail_p FOR TABLE publications_.t;
ALTER PUBLICATION ddltrail_p ADD TABLE publications_.u, TABLES IN SCHEMA publications_2;
ALTER PUBLICATION ddltrail_p SET TABLE publications_.t (id) WHERE (id > 5);
ALTER PUBLICATION ddltrail_p SET (publish = 'insert');
ALTER PUBLICATION ddltrail_p RENAME TO ddltrail_q;
ALTER PUBLICATION ddltrail_q OWNER TO CURRENT_USER;
DROP TABLE publications_.t;
DROP PUBLICATION ddltrail_q;
CREATE SUBSCRIPTION ddltrail_s CONNECTION 'host=/nowhere password=planted' PUBLICATION a WITH (connect = false);
ALTER SUBSCRIPTION ddltrail_s CONNECTION 'host=/nowhere password=planted2';
ALTER SUBSCRIPTION ddltrail_s SET PUBLICATION b WITH (refresh = false);
ALTER SUBSCRIPTION ddltrail_s SET (slot_name = NONE);
COMMENT ON SUBSCRIPTION ddltrail_s IS 'from elsewhere';
ALTER SUBSCRIPTION ddltrail_s RENAME TO ddltrail_s2;
DROP SUBSCRIPTION ddltrail_s2;
\i :abs_srcdir/trail.psql
SELECT count(*) AS planted FROM ddltrail.change_log c WHERE id > :start AND to_jsonb(c)::text LIKE '%planted%';
DROP SCHEMA publications_, publications_2 CASCADE;
