-- CREATE OR REPLACE VIEW takes none of this.
-- from
CREATE TABLE people (id int PRIMARY KEY, name text, age int);
CREATE VIEW listed AS SELECT id, name, age FROM people;
CREATE VIEW adults AS SELECT id, name FROM listed WHERE age >= 18;
CREATE FUNCTION add_person() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.people (id, name) VALUES (NEW.id, ''new''); RETURN NEW; END';
CREATE TRIGGER adds INSTEAD OF INSERT ON listed FOR EACH ROW EXECUTE FUNCTION add_person();
GRANT SELECT, INSERT ON listed TO app_writer;
COMMENT ON VIEW listed IS 'all of them';
COMMENT ON TRIGGER adds ON listed IS 'into people';
INSERT INTO people VALUES (1, 'ann', 20);
-- to
CREATE TABLE people (id int PRIMARY KEY, name text, age int);
CREATE VIEW listed AS SELECT age AS years, id FROM people;
CREATE VIEW adults AS SELECT id FROM listed WHERE years >= 18;
CREATE FUNCTION add_person() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.people (id, name) VALUES (NEW.id, ''new''); RETURN NEW; END';
CREATE TRIGGER adds INSTEAD OF INSERT ON listed FOR EACH ROW EXECUTE FUNCTION add_person();
GRANT SELECT, INSERT ON listed TO app_writer;
COMMENT ON VIEW listed IS 'all of them';
COMMENT ON TRIGGER adds ON listed IS 'into people';
-- back
-- in place
table people
-- kept
INSERT INTO listed (id) VALUES (2);
SELECT id, name FROM people ORDER BY id;
= 1|ann
= 2|new
SELECT id FROM adults;
= 1
