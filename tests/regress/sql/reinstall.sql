-- The extension is dropped by the first command of a session, and comes back in it
CREATE TABLE before_it (id int);
\c -
DROP EXTENSION ddltrail;
CREATE TABLE unseen (id int);
CREATE EXTENSION ddltrail;
\pset format unaligned
\pset tuples_only on
ALTER TABLE before_it ADD COLUMN a int;
BEGIN;
DROP EXTENSION ddltrail;
DROP TABLE unseen;
CREATE EXTENSION ddltrail;
CREATE TABLE seen (id int);
COMMIT;
CREATE INDEX CONCURRENTLY ON seen (id);
SELECT action, object_name, id > 0 FROM ddltrail.change_log
WHERE object_name IN ('before_it', 'unseen', 'seen', 'seen_id_idx') ORDER BY id;
SELECT count(*) FROM ddltrail.log_state;
DROP TABLE before_it, seen;
