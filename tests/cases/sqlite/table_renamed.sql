-- from
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id) ON DELETE CASCADE);
CREATE VIEW v AS SELECT name FROM users;
CREATE TRIGGER t AFTER INSERT ON posts BEGIN UPDATE users SET name = name || '!'; END;
INSERT INTO users VALUES (1, 'Ada');
INSERT INTO posts VALUES (1, 1);
-- to
CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES people (id) ON DELETE CASCADE);
CREATE VIEW v AS SELECT name FROM people;
CREATE TRIGGER t AFTER INSERT ON posts BEGIN UPDATE people SET name = name || '!'; END;
-- options
--rename
table:users=people
-- kept
SELECT * FROM v;
= Ada!
SELECT * FROM posts;
= 1|1
