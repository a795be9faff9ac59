-- Secrets in statements: the log keeps none, but for those that PostgreSQL itself keeps as schema
\getenv abs_srcdir PG_ABS_SRCDIR
\i :abs_srcdir/begin.psql
SET client_min_messages = error;
-- Loads the library: roles and the like are logged where it is.
CREATE TABLE loads (id int);
DROP TABLE loads;
\i :abs_srcdir/secrets.psql
-- What is schema stands in the definition, and nowhere else.
SELECT object_identity, key AS where FROM ddltrail.change_log c CROSS JOIN jsonb_each_text(to_jsonb(c))
WHERE id > :start AND value ~ 'planted|curl' ORDER BY id, key;
SELECT object_identity, sentence FROM ddltrail.change_history
WHERE id > :start AND change_history::text ~ 'planted|curl';
-- A change of a default or a constraint is told by its texts.
ALTER TABLE schema_.t ALTER a SET DEFAULT 'planted_41';
SELECT details, statement FROM ddltrail.change_log WHERE id > :start ORDER BY id DESC LIMIT 1;
SELECT statement FROM ddltrail.change_log WHERE id > :start AND statement IS NOT NULL ORDER BY id;
-- With ddltrail.log_definitions = off and ddltrail.statement_text = none nothing is left of them.
SELECT coalesce(max(id), 0) AS start FROM ddltrail.change_log \gset
\i :abs_srcdir/secrets_away.psql
SET ddltrail.log_definitions = off;
SET ddltrail.statement_text = none;
\i :abs_srcdir/secrets.psql
SELECT count(*) AS rows, count(*) FILTER (WHERE c::text ~ 'planted|curl') AS secrets FROM ddltrail.change_log c WHERE id > :start;
\i :abs_srcdir/secrets_away.psql
