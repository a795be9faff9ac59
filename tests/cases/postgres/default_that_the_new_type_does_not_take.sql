-- from
CREATE TABLE flags (id int PRIMARY KEY, is_on text DEFAULT 'no', n varchar(5) DEFAULT '1'::varchar);
INSERT INTO flags VALUES (1, 'yes', '7');
-- to
CREATE TABLE flags (id int PRIMARY KEY, is_on boolean DEFAULT false, n int DEFAULT 1);
-- back
-- kept
SELECT is_on, n FROM flags;
= t|7
INSERT INTO flags (id) VALUES (2) RETURNING is_on, n;
= f|1
-- lost
column flags.is_on
