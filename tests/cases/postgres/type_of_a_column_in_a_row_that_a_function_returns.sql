-- from
CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE FUNCTION all_users() RETURNS SETOF users LANGUAGE sql STABLE AS 'SELECT * FROM public.users';
CREATE VIEW listed AS SELECT id, name FROM all_users();
INSERT INTO users VALUES (1, 'ann');
-- to
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE FUNCTION all_users() RETURNS SETOF users LANGUAGE sql STABLE AS 'SELECT * FROM public.users';
CREATE VIEW listed AS SELECT id, name FROM all_users();
-- back
-- kept
SELECT id, name, pg_typeof(id) FROM listed;
= 1|ann|bigint
-- kept back
SELECT id, name, pg_typeof(id) FROM listed;
= 1|ann|integer
