-- What an event trigger forbids is not done.
-- from
CREATE FUNCTION forbid() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT FROM pg_event_trigger_dropped_objects() WHERE object_type = 'table') THEN RAISE 'tables stay'; END IF; END $$;
CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE gone (id int PRIMARY KEY);
INSERT INTO gone VALUES (1);
CREATE EVENT TRIGGER guard ON sql_drop EXECUTE FUNCTION forbid();
-- to
CREATE FUNCTION forbid() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT FROM pg_event_trigger_dropped_objects() WHERE object_type = 'table') THEN RAISE 'tables stay'; END IF; END $$;
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE EVENT TRIGGER guard ON sql_drop EXECUTE FUNCTION forbid();
-- refused
data-loss
-- stops
tables stay
-- kept
SELECT id FROM gone;
= 1
SELECT evtname, evtenabled FROM pg_event_trigger WHERE evtname = 'guard';
= guard|O
