CREATE VIRTUAL TABLE boxes USING rtree(id, x0, x1, y0, y1, +label);
INSERT INTO boxes VALUES (1, 0, 1, 0, 1, 'a');
ALTER TABLE boxes RENAME TO "my boxes";
CREATE VIEW v AS SELECT id, label FROM "my boxes";
CREATE VIRTUAL TABLE ints USING rtree_i32(id, a, b);
DROP VIEW v;
DROP TABLE ints;
DROP TABLE "my boxes";
