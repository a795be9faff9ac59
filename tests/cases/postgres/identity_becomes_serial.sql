-- from
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);
INSERT INTO users (name) VALUES ('ann'), ('bob');
-- to
CREATE SEQUENCE user_numbers;
CREATE TABLE users (id bigint PRIMARY KEY DEFAULT nextval('user_numbers'), name text);
ALTER SEQUENCE user_numbers OWNED BY users.id;
-- back
-- refused
not data-loss
-- in place
table users
-- kept
INSERT INTO users (name) VALUES ('cy') RETURNING id;
= 3
-- kept back
INSERT INTO users (name) VALUES ('dan') RETURNING id;
= 4
