-- from
CREATE SCHEMA audit;
CREATE TABLE audit.commands (tag text);
CREATE FUNCTION audit.note() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO audit.commands VALUES (tg_tag); END';
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE EVENT TRIGGER notes ON ddl_command_end EXECUTE FUNCTION audit.note();
INSERT INTO t VALUES (1, 2);
-- to
CREATE SCHEMA audit;
CREATE TABLE audit.commands (tag text);
CREATE FUNCTION audit.note() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO audit.commands VALUES (tg_tag); END';
CREATE TABLE t (id int PRIMARY KEY, n bigint);
CREATE INDEX t_n_idx ON t (n);
CREATE EVENT TRIGGER notes ON ddl_command_end EXECUTE FUNCTION audit.note();
-- back
-- kept
SELECT id, n FROM t;
= 1|2
SELECT count(*) > 0 FROM audit.commands WHERE tag = 'ALTER TABLE';
= t
SELECT evtenabled FROM pg_event_trigger;
= O
