-- What the view shows in the place of the column is its own affair; what stands upon the view does not change.
-- from
CREATE TABLE people (id int PRIMARY KEY, name text, fax text);
CREATE VIEW everybody (nr, called, number) AS SELECT * FROM people;
CREATE VIEW numbers AS SELECT called, number FROM everybody WHERE number IS NULL OR number <> '';
GRANT SELECT (nr, number) ON everybody TO app_reader;
COMMENT ON COLUMN everybody.number IS 'of the fax';
INSERT INTO people VALUES (1, 'ann', '123');
-- to
CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE VIEW everybody (nr, called, number) AS SELECT id, name, NULL::text FROM people;
CREATE VIEW numbers AS SELECT called, number FROM everybody WHERE number IS NULL OR number <> '';
GRANT SELECT (nr, number) ON everybody TO app_reader;
COMMENT ON COLUMN everybody.number IS 'of the fax';
-- back
-- refused
data-loss
-- in place
table people
-- lost
column people.fax
-- kept
SELECT nr, called, number FROM everybody;
= 1|ann|
SELECT called FROM numbers;
= ann
