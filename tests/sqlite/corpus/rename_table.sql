CREATE TABLE t (id INTEGER PRIMARY KEY, a UNIQUE);
CREATE TABLE child (t_id INT REFERENCES t (id), parent REFERENCES child (t_id));
CREATE INDEX i ON t (a);
CREATE VIEW v AS SELECT t.a, count(*) AS n FROM t GROUP BY t.a;
CREATE TRIGGER g AFTER UPDATE OF a ON t BEGIN INSERT INTO child (t_id) SELECT id FROM t; END;
ALTER TABLE t RENAME TO u;
-- fails
ALTER TABLE u RENAME TO U;
ALTER TABLE "U" RENAME TO "with space";
ALTER TABLE [with space] RENAME TO `back tick`;
ALTER TABLE `back tick` RENAME TO 'single';
ALTER TABLE single RENAME TO t;
ALTER TABLE child RENAME TO children;
-- fails
ALTER TABLE t RENAME TO children;
-- fails
ALTER TABLE t RENAME TO v;
-- fails
ALTER TABLE missing RENAME TO other;
-- fails
ALTER TABLE t RENAME TO sqlite_mine;
