CREATE TABLE "post" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "title" varchar NOT NULL);
CREATE INDEX "IDX_1" ON "post" ("title");
BEGIN TRANSACTION;
DROP INDEX "IDX_1";
CREATE TABLE "temporary_post" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "name" varchar NOT NULL);
INSERT INTO "temporary_post"("id", "name") SELECT "id", "title" FROM "post";
DROP TABLE "post";
ALTER TABLE "temporary_post" RENAME TO "post";
CREATE INDEX "IDX_1" ON "post" ("name");
COMMIT;
--> create table post [create]
--> create index IDX_1 [create]
--> alter table post [rename_column]
--> alter index IDX_1 [alter_definition]
