-- from
CREATE TABLE node (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES node (id) ON DELETE CASCADE, n INTEGER);
INSERT INTO node VALUES (1, NULL, 1), (2, 1, 2), (3, 2, 3);
-- to
CREATE TABLE node (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES node (id) ON DELETE CASCADE, n REAL);
-- refused
may-fail
-- kept
SELECT * FROM node ORDER BY id;
= 1||1.0
= 2|1|2.0
= 3|2|3.0
