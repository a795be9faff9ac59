-- from
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (id int PRIMARY KEY, feels mood[]);
INSERT INTO people VALUES (1, '{happy,sad}');
-- to
CREATE TYPE mood AS ENUM ('sad', 'so so', 'glad');
CREATE TABLE people (id int PRIMARY KEY, feels mood[]);
-- options
--rename=enum_value:public.mood.happy=glad
-- back
--rename=enum_value:public.mood.glad=happy
-- in place
table people
type mood
-- kept
SELECT feels FROM people;
= {glad,sad}
-- kept back
SELECT feels FROM people;
= {happy,sad}
