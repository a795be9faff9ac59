-- from
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, user_id int);
INSERT INTO users VALUES (1);
INSERT INTO orders VALUES (1, 1), (2, NULL);
-- to
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, user_id int CONSTRAINT to_user REFERENCES users ON DELETE SET NULL);
COMMENT ON CONSTRAINT to_user ON orders IS 'who ordered';
-- back
-- refused
may-fail
-- has
NOT VALID
VALIDATE CONSTRAINT
-- in place
table users
table orders
-- kept
DELETE FROM users;
SELECT id, user_id FROM orders ORDER BY id;
= 1|
= 2|
-- lost
table users
column orders.user_id
