-- from
CREATE SCHEMA archive;
CREATE TABLE users (id serial PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, user_id int CONSTRAINT to_user REFERENCES users);
CREATE INDEX users_name_idx ON users (name);
INSERT INTO users (name) VALUES ('ann');
INSERT INTO orders VALUES (1, 1);
-- to
CREATE SCHEMA archive;
CREATE TABLE archive.users (id serial PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, user_id int CONSTRAINT to_user REFERENCES archive.users);
CREATE INDEX users_name_idx ON archive.users (name);
-- options
--rename=table:public.users=archive.users
-- back
--rename=table:archive.users=public.users
-- lacks
(CREATE|DROP)
-- in place
table users
table users_name_idx
table users_id_seq
constraint to_user
-- kept
INSERT INTO archive.users (name) VALUES ('bob') RETURNING id;
= 2
-- kept back
SELECT id, name FROM users ORDER BY id;
= 1|ann
= 2|bob
