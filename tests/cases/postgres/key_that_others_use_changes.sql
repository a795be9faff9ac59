-- A view that is grouped by a primary key, and a foreign key, cannot be without it: they go with it and come again with the other.
-- from
CREATE TABLE shops (id int PRIMARY KEY, code int NOT NULL UNIQUE, name text);
CREATE VIEW counted AS SELECT id, name, count(*) AS n FROM shops GROUP BY id;
CREATE TABLE sales (id int PRIMARY KEY, shop int REFERENCES shops (id), note text, kind int NOT NULL, CONSTRAINT one_kind UNIQUE (kind, id));
INSERT INTO shops VALUES (1, 10, 'a'), (2, 20, 'b');
INSERT INTO sales VALUES (1, 2, 'x', 3);
-- to
CREATE TABLE shops (id int NOT NULL UNIQUE, code int NOT NULL PRIMARY KEY, name text);
CREATE VIEW counted AS SELECT code, name, count(*) AS n FROM shops GROUP BY code;
CREATE TABLE sales (id int PRIMARY KEY, shop int REFERENCES shops (id), note text, kind text NOT NULL, CONSTRAINT one_kind UNIQUE (kind));
-- back
-- kept
SELECT shop, note, kind FROM sales;
= 2|x|3
SELECT code, name, n FROM counted ORDER BY code;
= 10|a|1
= 20|b|1
