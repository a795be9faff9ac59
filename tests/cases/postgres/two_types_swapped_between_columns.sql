-- from
CREATE TYPE color AS ENUM ('red', 'none');
CREATE TYPE shape AS ENUM ('round', 'none');
CREATE TABLE things (id int PRIMARY KEY, a color, b shape);
INSERT INTO things VALUES (1, 'none', 'none');
-- to
CREATE TYPE color AS ENUM ('red', 'none');
CREATE TYPE shape AS ENUM ('round', 'none');
CREATE TABLE things (id int PRIMARY KEY, a shape, b color);
-- back
-- refused
may-fail
table-rewrite
-- kept
SELECT id, a, b FROM things;
= 1|none|none
