-- A virtual table runs statements of its own as it is opened, which SQLite does for the next statement.
CREATE VIRTUAL TABLE a USING fts4(title, body);
CREATE VIRTUAL TABLE b USING fts5(x);
CREATE VIRTUAL TABLE c USING rtree(i, x0, x1);
CREATE VIRTUAL TABLE d USING fts4(content="", x);
BEGIN;
ALTER TABLE a RENAME TO e;
DROP TABLE b;
ALTER TABLE e RENAME TO f;
SELECT * FROM c;
ALTER TABLE c RENAME TO g;
DROP TABLE d;
ALTER TABLE f RENAME TO a;
SELECT * FROM g;
DROP TABLE g;
COMMIT;
--> create virtual table a [create]
--> create virtual table b [create]
--> create virtual table c [create]
--> create virtual table d [create]
--> rename virtual table e [rename]
--> drop virtual table b [drop]
--> rename virtual table f [rename]
--> rename virtual table g [rename]
--> drop virtual table d [drop]
--> rename virtual table a [rename]
--> drop virtual table g [drop]
