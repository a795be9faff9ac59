SQLite writes such a string in single quotes where it drops or renames any column.

-- from
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, gone INTEGER);
CREATE TABLE u (id INTEGER PRIMARY KEY, old INTEGER);
CREATE VIEW v AS SELECT id FROM t WHERE n <> "value";
CREATE TRIGGER u_insert AFTER INSERT ON u BEGIN UPDATE t SET n = "inserted"; END;
INSERT INTO t VALUES (1, 2, 3);
INSERT INTO u VALUES (1, 2);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
CREATE TABLE u (id INTEGER PRIMARY KEY, new INTEGER);
CREATE VIEW v AS SELECT id FROM t WHERE n <> "value";
CREATE TRIGGER u_insert AFTER INSERT ON u BEGIN UPDATE t SET n = "inserted"; END;
-- options
--rename
column:u.old=new
-- refused
data-loss
-- lost
column t.gone
-- kept
SELECT * FROM v;
= 1
SELECT new FROM u;
= 2
