CREATE TABLE "a ""b" ("select" INT, 'it''s' TEXT, größe REAL);
CREATE INDEX "i i" ON "a ""b" ("select");
BEGIN;
CREATE TABLE [new a "b] (`from` INT PRIMARY KEY, "it's" TEXT, GRÖSSE REAL) WITHOUT ROWID;
INSERT OR IGNORE INTO [NEW A "B] (/* c */ "from", [it's], GRÖSSE) -- copy
 SELECT x."select", 'it''s', x.größe FROM main."A ""B" AS x WHERE x."select" IS NOT NULL ORDER BY 1;
DROP TABLE `a "b`;
ALTER TABLE [new a "b] RENAME TO "a ""b";
CREATE INDEX "i i" ON "a ""b" ("from" DESC);
COMMIT;
--> create table a "b [create]
--> create index i i [create]
--> alter table a "b [rename_column set_not_null rename_column add_constraint]
--> alter index i i [alter_definition]
