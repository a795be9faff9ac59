-- from
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (id int PRIMARY KEY, feels mood DEFAULT 'happy');
CREATE VIEW happy_people AS SELECT id FROM people WHERE feels = 'happy';
INSERT INTO people VALUES (1, 'happy'), (2, 'sad');
-- to
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TABLE people (id int PRIMARY KEY, feels mood DEFAULT 'glad');
CREATE VIEW happy_people AS SELECT id FROM people WHERE feels = 'glad';
-- options
--rename=enum_value:public.mood.happy=glad
-- back
--rename=enum_value:public.mood.glad=happy
-- has
RENAME VALUE
-- lacks
DROP
-- in place
table people
table happy_people
type mood
-- kept
SELECT id, feels FROM people ORDER BY id;
= 1|glad
= 2|sad
SELECT id FROM happy_people;
= 1
-- kept back
SELECT id, feels FROM people ORDER BY id;
= 1|happy
= 2|sad
