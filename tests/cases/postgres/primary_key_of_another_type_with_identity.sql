-- from
CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE);
CREATE INDEX orders_user_idx ON orders (user_id);
INSERT INTO users (name) VALUES ('ann');
INSERT INTO orders VALUES (1, 1);
-- to
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, user_id bigint NOT NULL REFERENCES users ON DELETE CASCADE);
CREATE INDEX orders_user_idx ON orders (user_id);
-- back
-- kept
INSERT INTO users (name) VALUES ('bob') RETURNING id;
= 2
-- kept back
INSERT INTO users (name) VALUES ('cy') RETURNING id;
= 3
