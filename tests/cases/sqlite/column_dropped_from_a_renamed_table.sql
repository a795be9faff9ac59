-- from
CREATE TABLE a (id INTEGER PRIMARY KEY, gone TEXT, n INTEGER);
CREATE VIEW v AS SELECT gone, n FROM a;
INSERT INTO a VALUES (1, 'x', 2);
-- to
CREATE TABLE b (id INTEGER PRIMARY KEY, n INTEGER);
CREATE VIEW v AS SELECT n FROM b;
-- options
--rename
table:a=b
-- refused
data-loss
-- lost
column a.gone
-- kept
SELECT n FROM v;
= 2
