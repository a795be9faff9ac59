-- SQLite takes it, and refuses to check its rows: nobody can.
-- from
CREATE TABLE pairs (one INTEGER, two INTEGER, PRIMARY KEY (one, two));
CREATE TABLE child (one INTEGER REFERENCES pairs, n INTEGER UNIQUE);
INSERT INTO child VALUES (1, 2);
-- to
CREATE TABLE pairs (one INTEGER, two INTEGER, PRIMARY KEY (one, two));
CREATE TABLE child (one INTEGER REFERENCES pairs, n TEXT UNIQUE);
-- kept
SELECT one, n FROM child;
= 1|2
