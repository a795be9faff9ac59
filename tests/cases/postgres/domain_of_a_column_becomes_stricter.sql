-- from
CREATE DOMAIN email AS text DEFAULT '' CONSTRAINT email_has_at CHECK (VALUE = '' OR VALUE LIKE '%@%');
CREATE TABLE people (id int PRIMARY KEY, mail email);
INSERT INTO people VALUES (1, 'a@b');
-- to
CREATE DOMAIN email AS text DEFAULT 'nobody@nowhere' NOT NULL CONSTRAINT email_has_at CHECK (VALUE LIKE '%_@_%');
CREATE TABLE people (id int PRIMARY KEY, mail email);
-- back
-- refused
may-fail
-- in place
table people
type email
-- kept
INSERT INTO people (id) VALUES (2) RETURNING mail;
= nobody@nowhere
