-- from
CREATE SEQUENCE a;
CREATE UNLOGGED SEQUENCE b;
SELECT nextval('a'), nextval('b');
-- to
CREATE UNLOGGED SEQUENCE a;
CREATE SEQUENCE b;
-- back
-- kept
SELECT nextval('a'), nextval('b');
= 2|2
