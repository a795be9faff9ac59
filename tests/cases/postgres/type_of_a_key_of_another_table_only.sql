-- from
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, user_id int CONSTRAINT by_user REFERENCES users ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED);
COMMENT ON CONSTRAINT by_user ON orders IS 'who ordered';
INSERT INTO users VALUES (1);
INSERT INTO orders VALUES (7, 1);
-- to
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, user_id int CONSTRAINT by_user REFERENCES users ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED);
COMMENT ON CONSTRAINT by_user ON orders IS 'who ordered';
-- back
-- kept
SELECT id, user_id FROM orders;
= 7|1
