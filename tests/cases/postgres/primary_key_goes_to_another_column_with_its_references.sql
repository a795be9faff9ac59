-- from
CREATE TABLE users (id int NOT NULL CONSTRAINT users_pkey PRIMARY KEY, key uuid NOT NULL CONSTRAINT users_key_key UNIQUE);
CREATE TABLE orders (id int PRIMARY KEY, user_id int CONSTRAINT orders_user REFERENCES users (id), user_key uuid);
CREATE TABLE mails (id int PRIMARY KEY, user_id int CONSTRAINT mails_user REFERENCES users (id));
INSERT INTO users VALUES (1, '00000000-0000-0000-0000-000000000001');
INSERT INTO orders VALUES (1, 1, '00000000-0000-0000-0000-000000000001');
INSERT INTO mails VALUES (1, 1);
-- to
CREATE TABLE users (id int NOT NULL CONSTRAINT users_id_key UNIQUE, key uuid NOT NULL CONSTRAINT users_pkey PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, user_id int, user_key uuid CONSTRAINT orders_user REFERENCES users (key));
CREATE TABLE mails (id int PRIMARY KEY, user_id int CONSTRAINT mails_user REFERENCES users (id));
-- back
-- in place
table users
table orders
-- kept
SELECT u.id, o.id, m.id FROM users u JOIN orders o ON user_key = key JOIN mails m ON m.user_id = u.id;
= 1|1|1
