-- from
CREATE TABLE t (id INTEGER PRIMARY KEY);
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT 'it''s', b INTEGER DEFAULT -5, c DEFAULT (1 + 2), d TEXT DEFAULT CURRENT_TIMESTAMP,
  e BLOB DEFAULT x'00ff', f DEFAULT NULL, g BOOLEAN DEFAULT TRUE, h TEXT DEFAULT 'NULL', i REAL DEFAULT 1.5e3, j TEXT DEFAULT (lower('X') || ')'),
  k TEXT NOT NULL DEFAULT '');
-- options
--allow
data-loss
-- back
--allow
data-loss
-- kept
SELECT a, b, typeof(e), f, g, h, i, k FROM t;
= it's|-5|blob||1|NULL|1500.0|
INSERT INTO t (id) VALUES (2); SELECT c, j, hex(e) FROM t WHERE id = 2;
= 3|x)|00FF
