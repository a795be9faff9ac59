-- from
CREATE TYPE pair AS (a int, b text);
CREATE TABLE one OF pair (a NOT NULL, PRIMARY KEY (a));
CREATE TABLE two (a int, b text);
INSERT INTO one VALUES (1, 'x');
INSERT INTO two VALUES (2, 'y');
-- to
CREATE TYPE pair AS (a int, b text);
CREATE TABLE one (a int NOT NULL, b text, PRIMARY KEY (a));
CREATE TABLE two OF pair;
CREATE TABLE three OF pair (b DEFAULT 'z');
-- back
-- in place
table one
table two
-- kept
SELECT one.b, two.b FROM one, two;
= x|y
