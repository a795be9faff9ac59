-- from
CREATE TABLE a (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE b (id INTEGER PRIMARY KEY, m TEXT);
INSERT INTO a VALUES (1, 'was a');
INSERT INTO b VALUES (1, 'was b');
-- to
CREATE TABLE b (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE a (id INTEGER PRIMARY KEY, m TEXT);
-- options
--rename
table:a=b
--rename
table:b=a
-- kept
SELECT n FROM b;
= was a
SELECT m FROM a;
= was b
