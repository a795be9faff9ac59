-- The server refuses a stricter domain as long as there are arrays of it: it is made anew, and its columns follow.
-- from
CREATE DOMAIN email AS text DEFAULT '' CONSTRAINT email_has_at CHECK (VALUE = '' OR VALUE LIKE '%@%');
CREATE TABLE people (id int PRIMARY KEY, mail email, others email[]);
INSERT INTO people VALUES (1, 'a@b', '{c@d,e@f}');
-- to
CREATE DOMAIN email AS text DEFAULT 'nobody@nowhere' NOT NULL CONSTRAINT email_has_at CHECK (VALUE LIKE '%_@_%');
CREATE TABLE people (id int PRIMARY KEY, mail email, others email[]);
-- back
-- refused
may-fail
-- kept
SELECT mail, others FROM people;
= a@b|{c@d,e@f}
INSERT INTO people (id) VALUES (2) RETURNING mail;
= nobody@nowhere
