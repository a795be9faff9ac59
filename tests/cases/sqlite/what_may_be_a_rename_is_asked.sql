-- Nothing is taken for a rename because it looks like one; it is asked by the name that it had.
-- from
CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE users (id INTEGER PRIMARY KEY, fullname TEXT, size INT);
CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT);
INSERT INTO people VALUES (1, 'p');
INSERT INTO users VALUES (1, 'x', 3);
INSERT INTO notes VALUES (1, 'n');
-- to
CREATE TABLE persons (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE users (id INTEGER PRIMARY KEY, full_name TEXT, weight REAL);
CREATE TABLE remarks (id INTEGER PRIMARY KEY, words TEXT);
-- options
--rename
table:notes=remarks
-- refused
data-loss
-- asks
table:main.people=persons
column:main.users.fullname=full_name
column:main.notes.text=words
-- kept
SELECT id FROM users;
= 1
-- lost
table people
column users.fullname
column users.size
column notes.text
