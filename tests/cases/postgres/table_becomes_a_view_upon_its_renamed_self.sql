-- from
CREATE TABLE users (id int CONSTRAINT users_pkey PRIMARY KEY, fullname text);
CREATE TABLE orders (id int PRIMARY KEY, user_id int CONSTRAINT to_user REFERENCES users);
INSERT INTO users VALUES (1, 'ann');
INSERT INTO orders VALUES (1, 1);
-- to
CREATE TABLE people (id int CONSTRAINT users_pkey PRIMARY KEY, full_name text);
CREATE TABLE orders (id int PRIMARY KEY, user_id int CONSTRAINT to_user REFERENCES people);
CREATE VIEW users AS SELECT id, full_name AS fullname FROM people;
-- options
--rename=table:public.users=people
--rename=column:public.users.fullname=full_name
-- back
--rename=table:public.people=users
--rename=column:public.people.full_name=fullname
-- in place
table users
constraint to_user
-- kept
SELECT fullname FROM users;
= ann
-- kept back
SELECT id, fullname FROM users;
= 1|ann
