-- from
CREATE TABLE users (id serial PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users);
INSERT INTO users (name) VALUES ('ann'), ('bob');
INSERT INTO orders VALUES (1, 2);
-- to
CREATE TABLE users (id bigserial PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, user_id bigint REFERENCES users);
-- back
-- kept
INSERT INTO users (name) VALUES ('cy') RETURNING id;
= 3
-- kept back
INSERT INTO users (name) VALUES ('dan') RETURNING id;
= 4
