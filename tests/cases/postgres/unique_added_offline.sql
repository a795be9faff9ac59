-- from
CREATE TABLE users (id int PRIMARY KEY, name text, n int);
CREATE INDEX users_n_idx ON users (n);
INSERT INTO users VALUES (1, 'ann', 1), (2, 'bob', 2);
-- to
CREATE TABLE users (id int PRIMARY KEY, name text CONSTRAINT one_name UNIQUE, n int NOT NULL CONSTRAINT above_zero CHECK (n > 0));
CREATE INDEX users_name_idx ON users (lower(name));
-- options
--offline
-- back
--offline
-- refused
long-lock
may-fail
-- lacks
CONCURRENTLY
NOT VALID
-- in place
table users
-- kept
SELECT count(*) FROM users;
= 2
