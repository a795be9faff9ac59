-- Each stands upon the other one afterwards.
-- from
CREATE TABLE t (id int PRIMARY KEY);
CREATE VIEW a AS SELECT id FROM t;
CREATE VIEW b AS SELECT id FROM a;
INSERT INTO t VALUES (1);
-- to
CREATE TABLE t (id int PRIMARY KEY);
CREATE VIEW b AS SELECT id FROM t;
CREATE VIEW a AS SELECT id FROM b;
-- back
-- kept
SELECT id FROM a;
= 1
