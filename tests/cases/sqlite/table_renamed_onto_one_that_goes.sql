-- from
CREATE TABLE old (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE child (id INTEGER PRIMARY KEY, t_id INTEGER REFERENCES t (id));
CREATE VIEW v AS SELECT n FROM t;
INSERT INTO old VALUES (1, 'stays');
INSERT INTO t VALUES (1, 'goes');
INSERT INTO child VALUES (1, 1);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE child (id INTEGER PRIMARY KEY, t_id INTEGER REFERENCES t (id));
CREATE VIEW v AS SELECT n FROM t;
-- options
--rename
table:old=t
-- refused
data-loss
may-fail
-- back stops
table child gets a foreign key to t, and some rows refer to nothing
-- kept
SELECT n FROM v;
= stays
SELECT * FROM child;
= 1|1
