-- SQLite refuses to give a table with such a rule another name where it leaves the rule alone.
-- from
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, n INTEGER, gone TEXT, next INTEGER AS (n + 1), CHECK (t.n > 0));
CREATE TABLE child (t_id INTEGER REFERENCES t (id) ON DELETE CASCADE);
CREATE TABLE u (k TEXT PRIMARY KEY, n ANY, CHECK (u.k <> '')) STRICT, WITHOUT ROWID;
CREATE TABLE w (b BLOB, r REAL, CHECK (w.r > 0));
CREATE VIEW v AS SELECT t.n, child.t_id FROM t JOIN child ON t.id = t_id;
CREATE INDEX t_n ON t (n);
INSERT INTO t (n, gone) VALUES (1, 'x'), (2, 'y'), (3, 'z');
INSERT INTO child VALUES (1), (2);
DELETE FROM t WHERE id = 3;
INSERT INTO u VALUES ('a', '01'), ('b', 2);
INSERT INTO w (rowid, b, r) VALUES (7, '1', 2), (9, x'00', 3.5);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, n TEXT, next INTEGER AS (n + 1), CHECK (t.n > 0), CHECK (t.id > 0));
CREATE TABLE child (t_id INTEGER REFERENCES t (id) ON DELETE CASCADE);
CREATE TABLE u (k TEXT PRIMARY KEY, n ANY, added INTEGER DEFAULT (1 + 1), CHECK (u.k <> '')) STRICT, WITHOUT ROWID;
CREATE TABLE w (b BLOB, r REAL, CHECK (w.r > 1));
CREATE VIEW v AS SELECT t.n, child.t_id FROM t JOIN child ON t.id = t_id;
CREATE INDEX t_n ON t (n);
-- refused
data-loss
may-fail
-- lost
column t.gone
-- kept
SELECT id, n, next, typeof(n) FROM t ORDER BY id;
= 1|1|2|text
= 2|2|3|text
SELECT name, seq FROM sqlite_sequence;
= t|3
SELECT k, n, typeof(n), added FROM u ORDER BY k;
= a|01|text|2
= b|2|integer|2
SELECT rowid, typeof(b), r, typeof(r) FROM w ORDER BY rowid;
= 7|text|2.0|real
= 9|blob|3.5|real
SELECT * FROM v ORDER BY t_id;
= 1|1
= 2|2
