-- from
CREATE DOMAIN age AS int CONSTRAINT positive CHECK (VALUE > 0) CONSTRAINT sane CHECK (VALUE < 200);
COMMENT ON CONSTRAINT positive ON DOMAIN age IS 'nobody is born yet';
CREATE TABLE people (id int PRIMARY KEY, age age);
INSERT INTO people VALUES (1, 20);
-- to
CREATE DOMAIN age AS int CONSTRAINT above_zero CHECK (VALUE > 0) CONSTRAINT not_thirteen CHECK (VALUE <> 13);
COMMENT ON CONSTRAINT above_zero ON DOMAIN age IS 'nobody is born yet';
COMMENT ON DOMAIN age IS 'in years';
CREATE TABLE people (id int PRIMARY KEY, age age);
-- options
--rename=constraint:public.age.positive=above_zero
-- back
--rename=constraint:public.age.above_zero=positive
-- in place
table people
type age
constraint positive
-- kept
SELECT age FROM people;
= 20
