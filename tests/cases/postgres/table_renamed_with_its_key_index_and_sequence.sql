-- from
CREATE TABLE users (id serial PRIMARY KEY, name text UNIQUE);
CREATE INDEX users_name_idx ON users (lower(name));
INSERT INTO users (name) VALUES ('ann');
-- to
CREATE TABLE people (id serial PRIMARY KEY, name text UNIQUE);
CREATE INDEX people_name_idx ON people (lower(name));
-- options
--rename=table:public.users=people
--rename=constraint:public.users.users_pkey=people_pkey
--rename=constraint:public.users.users_name_key=people_name_key
--rename=index:public.users_name_idx=people_name_idx
--rename=sequence:public.users_id_seq=people_id_seq
-- back
--rename=table:public.people=users
--rename=constraint:public.people.people_pkey=users_pkey
--rename=constraint:public.people.people_name_key=users_name_key
--rename=index:public.people_name_idx=users_name_idx
--rename=sequence:public.people_id_seq=users_id_seq
-- lacks
(CREATE|DROP)
-- in place
table users
table users_pkey
table users_name_key
table users_name_idx
table users_id_seq
-- kept
INSERT INTO people (name) VALUES ('bob') RETURNING id;
= 2
