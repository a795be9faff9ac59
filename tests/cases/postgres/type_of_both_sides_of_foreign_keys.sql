-- from
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE orders (user_id int REFERENCES users, nr int, PRIMARY KEY (user_id, nr));
CREATE TABLE lines (user_id int, nr int, line int, FOREIGN KEY (user_id, nr) REFERENCES orders ON DELETE CASCADE, PRIMARY KEY (user_id, nr, line));
INSERT INTO users VALUES (1);
INSERT INTO orders VALUES (1, 1);
INSERT INTO lines VALUES (1, 1, 1);
-- to
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (user_id bigint REFERENCES users, nr bigint, PRIMARY KEY (user_id, nr));
CREATE TABLE lines (user_id bigint, nr bigint, line int, FOREIGN KEY (user_id, nr) REFERENCES orders ON DELETE CASCADE, PRIMARY KEY (user_id, nr, line));
-- back
-- kept
SELECT user_id, nr, line FROM lines JOIN orders USING (user_id, nr) JOIN users ON user_id = id;
= 1|1|1
BEGIN;
DELETE FROM orders;
SELECT count(*) FROM lines;
= 0
ROLLBACK;
