CREATE TABLE "posts" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "title" varchar, "body" text);
CREATE INDEX "index_posts_on_title" ON "posts" ("title");
BEGIN;
CREATE TEMPORARY TABLE "aposts" ("id" integer NOT NULL PRIMARY KEY, "heading" varchar DEFAULT NULL, "body" text DEFAULT NULL);
CREATE INDEX "tindex_aposts_on_heading" ON "aposts" ("heading");
INSERT INTO "aposts" ("id","heading","body")
 SELECT "id","title","body" FROM "posts";
DROP TABLE "posts";
CREATE TABLE "posts" ("id" integer NOT NULL PRIMARY KEY, "heading" varchar DEFAULT NULL, "body" text DEFAULT NULL);
CREATE INDEX "index_posts_on_title" ON "posts" ("heading");
INSERT INTO "posts" ("id","heading","body")
 SELECT "id","heading","body" FROM "aposts";
DROP TABLE "aposts";
COMMIT;
--> create table posts [create]
--> create index index_posts_on_title [create]
--> alter table posts [rename_column alter_column_default alter_column_default drop_constraint add_constraint]
--> alter index index_posts_on_title [alter_definition]
BEGIN;
CREATE TEMPORARY TABLE "aposts" ("id" integer NOT NULL PRIMARY KEY, "heading" varchar, "body" text);
INSERT INTO "aposts" ("id","heading","body") SELECT "id","heading","body" FROM "posts";
DROP TABLE "posts";
CREATE TABLE "posts" ("id" integer NOT NULL PRIMARY KEY, "heading" varchar, "body" text);
INSERT INTO "posts" ("id","heading","body") SELECT "id","heading","body" FROM "aposts";
DROP TABLE "aposts";
CREATE TEMPORARY TABLE "aposts" ("id" integer NOT NULL PRIMARY KEY, "headline" varchar, "body" text);
INSERT INTO "aposts" ("id","headline","body") SELECT "id","heading","body" FROM "posts";
DROP TABLE "posts";
CREATE TABLE "posts" ("id" integer NOT NULL PRIMARY KEY, "headline" varchar, "body" text);
INSERT INTO "posts" ("id","headline","body") SELECT "id","headline","body" FROM "aposts";
DROP TABLE "aposts";
COMMIT;
--> drop index index_posts_on_title [drop]
--> alter table posts [rename_column alter_column_default alter_column_default]
