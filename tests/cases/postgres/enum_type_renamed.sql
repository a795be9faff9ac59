-- from
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (id int PRIMARY KEY, feels mood DEFAULT 'sad', felt mood[]);
CREATE INDEX people_feels_idx ON people (feels);
CREATE FUNCTION is_good(m mood) RETURNS boolean LANGUAGE sql AS 'SELECT m::text = ''happy''';
INSERT INTO people VALUES (1, 'happy', '{sad,happy}');
GRANT USAGE ON TYPE mood TO app_reader;
REVOKE USAGE ON TYPE mood FROM PUBLIC;
-- to
CREATE TYPE feeling AS ENUM ('sad', 'happy');
CREATE TABLE people (id int PRIMARY KEY, feels feeling DEFAULT 'sad', felt feeling[]);
CREATE INDEX people_feels_idx ON people (feels);
CREATE FUNCTION is_good(m feeling) RETURNS boolean LANGUAGE sql AS 'SELECT m::text = ''happy''';
GRANT USAGE ON TYPE feeling TO app_reader;
REVOKE USAGE ON TYPE feeling FROM PUBLIC;
-- options
--rename=type:public.mood=feeling
-- back
--rename=type:public.feeling=mood
-- lacks
CREATE
DROP
-- in place
table people
table people_feels_idx
type mood
function is_good(mood)
-- kept
SELECT feels, felt, is_good(feels) FROM people;
= happy|{sad,happy}|t
-- kept back
SELECT feels, felt, is_good(feels) FROM people;
= happy|{sad,happy}|t
