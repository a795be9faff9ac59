-- from
CREATE TABLE a (id int, n int, gone text);
CREATE TABLE b (id int, n int, own text) INHERITS (a);
CREATE TABLE c () INHERITS (b);
INSERT INTO a VALUES (1, 1, 'x');
INSERT INTO b VALUES (2, 2, 'x', 'y');
INSERT INTO c VALUES (3, 3, 'x', 'y');
-- to
CREATE TABLE a (id int, n bigint DEFAULT 7, added text, CONSTRAINT positive CHECK (n > 0));
CREATE TABLE b (id int, n bigint, own text) INHERITS (a);
CREATE TABLE c () INHERITS (b);
-- back
-- kept
SELECT id, n, added FROM a ORDER BY id;
= 1|1|
= 2|2|
= 3|3|
-- lost
column a.gone
column b.gone
column c.gone
