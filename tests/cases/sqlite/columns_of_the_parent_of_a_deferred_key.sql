-- from
CREATE TABLE parent (a INTEGER, b INTEGER, gone TEXT, n INTEGER, PRIMARY KEY (a, b));
CREATE TABLE child (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES parent (a, b) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED);
INSERT INTO parent VALUES (1, 2, 'x', 3), (4, 5, 'y', 6);
INSERT INTO child VALUES (1, 1, 2), (2, 4, 5), (3, NULL, 9);
-- to
CREATE TABLE parent (a INTEGER, b INTEGER, n INTEGER, added TEXT NOT NULL DEFAULT (lower('N')), PRIMARY KEY (a, b));
CREATE TABLE child (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES parent (a, b) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED);
-- refused
data-loss
-- lost
column parent.gone
-- kept
SELECT count(*) FROM child;
= 3
SELECT a, b, n, added FROM parent ORDER BY a;
= 1|2|3|n
= 4|5|6|n
