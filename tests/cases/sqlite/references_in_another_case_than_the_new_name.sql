-- SQLite writes a new name into references as it is given; where the second schema has it in another case, they are written anew.
-- from
CREATE TABLE users (id INTEGER PRIMARY KEY, code TEXT UNIQUE, boss INTEGER REFERENCES USERS (ID));
CREATE TABLE child (user_id INTEGER REFERENCES USERS, code TEXT, FOREIGN KEY (CODE) REFERENCES Users (CODE));
CREATE TABLE other (code TEXT REFERENCES users (code));
INSERT INTO users VALUES (1, 'x', NULL), (2, 'y', 1);
INSERT INTO child VALUES (1, 'y');
INSERT INTO other VALUES ('x');
-- to
CREATE TABLE Users (id INTEGER PRIMARY KEY, name TEXT UNIQUE, boss INTEGER REFERENCES USERS (ID));
CREATE TABLE child (user_id INTEGER REFERENCES USERS, label TEXT, FOREIGN KEY (LABEL) REFERENCES Users (NAME));
CREATE TABLE other (code TEXT REFERENCES Users (name));
-- options
--rename
table:users=Users
--rename
column:users.code=name
--rename
column:child.code=label
-- has
CREATE TABLE new_child
-- lacks
CREATE TABLE new_other
-- kept
SELECT id, name, boss FROM Users;
= 1|x|
= 2|y|1
SELECT user_id, label FROM child;
= 1|y
