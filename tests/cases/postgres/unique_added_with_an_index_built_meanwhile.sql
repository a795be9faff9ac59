-- from
CREATE TABLE users (id int NOT NULL, name text);
INSERT INTO users VALUES (1, 'ann'), (2, 'bob');
-- to
CREATE TABLE users (id int NOT NULL CONSTRAINT users_key PRIMARY KEY, name text CONSTRAINT one_name UNIQUE);
-- back
-- refused
index-build
may-fail
-- has
CREATE UNIQUE INDEX CONCURRENTLY
USING INDEX
-- in place
table users
-- kept
SELECT id, name FROM users ORDER BY id;
= 1|ann
= 2|bob
