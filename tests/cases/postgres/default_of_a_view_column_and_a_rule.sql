-- from
CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE VIEW listed AS SELECT id, name FROM people;
CREATE RULE adds AS ON INSERT TO listed DO INSTEAD INSERT INTO people VALUES (NEW.id, NEW.name);
CREATE RULE removes AS ON DELETE TO listed DO INSTEAD NOTHING;
CREATE RULE notes AS ON UPDATE TO people DO ALSO NOTIFY people;
-- to
CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE VIEW listed AS SELECT id, name FROM people;
ALTER VIEW listed ALTER name SET DEFAULT 'nobody';
CREATE RULE adds AS ON INSERT TO listed DO INSTEAD INSERT INTO people VALUES (NEW.id, upper(NEW.name));
COMMENT ON RULE adds ON listed IS 'loud';
CREATE RULE notes AS ON UPDATE TO people DO ALSO NOTIFY people;
ALTER TABLE people DISABLE RULE notes;
-- back
-- in place
table listed
-- kept
INSERT INTO listed (id) VALUES (1);
SELECT name FROM people;
= NOBODY
