-- from
CREATE TABLE parent (id INTEGER PRIMARY KEY);
CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER);
INSERT INTO parent VALUES (1);
INSERT INTO child VALUES (1, 1), (2, 7);
-- to
CREATE TABLE parent (id INTEGER PRIMARY KEY);
CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent (id));
-- refused
may-fail
-- stops
table child gets a foreign key to parent, and some rows refer to nothing
