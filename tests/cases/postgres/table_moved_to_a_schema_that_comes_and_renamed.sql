-- from
CREATE SCHEMA old;
CREATE TABLE old.users (id int CONSTRAINT users_pkey PRIMARY KEY);
INSERT INTO old.users VALUES (1);
-- to
CREATE SCHEMA new;
CREATE TABLE new.people (id int CONSTRAINT users_pkey PRIMARY KEY);
-- options
--rename=table:old.users=new.people
-- back
--rename=table:new.people=old.users
-- in place
table old.users
-- kept
SELECT id FROM new.people;
= 1
-- kept back
SELECT id FROM old.users;
= 1
