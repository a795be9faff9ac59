CREATE TABLE docs_data (a);
CREATE TABLE docs_x (a);
-- fails
CREATE VIRTUAL TABLE docs USING fts5(t);
ALTER TABLE docs_data RENAME TO mine;
CREATE VIRTUAL TABLE docs USING fts5(t);
CREATE INDEX i ON docs_x (a);
ALTER TABLE docs_x ADD COLUMN b;
ALTER TABLE docs RENAME TO "docs_x_y";
ALTER TABLE docs_x RENAME TO docs;
DROP TABLE docs_x_y;
CREATE TABLE docs_data (b);
DROP TABLE docs;
