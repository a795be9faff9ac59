CREATE TABLE "shop_author" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL);
CREATE TABLE "shop_book" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(100) NOT NULL, "author_id" bigint NOT NULL REFERENCES "shop_author" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX "shop_book_author_id_1a2b" ON "shop_book" ("author_id");
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE "new__shop_book" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(200) NOT NULL, "author_id" bigint NOT NULL REFERENCES "shop_author" ("id") DEFERRABLE INITIALLY DEFERRED, "isbn" varchar(13) NULL);
INSERT INTO "new__shop_book" ("id", "title", "author_id", "isbn") SELECT "id", "title", "author_id", NULL FROM "shop_book";
DROP TABLE "shop_book";
ALTER TABLE "new__shop_book" RENAME TO "shop_book";
CREATE INDEX "shop_book_author_id_1a2b" ON "shop_book" ("author_id");
COMMIT;
--> create table shop_author [create]
--> create table shop_book [create]
--> create index shop_book_author_id_1a2b [create]
--> alter table shop_book [alter_column_type add_column]
BEGIN;
CREATE TABLE "new__shop_author" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "full_name" varchar(100) NOT NULL);
INSERT INTO "new__shop_author" ("id", "full_name") SELECT "id", "name" FROM "shop_author";
DROP TABLE "shop_author";
ALTER TABLE "new__shop_author" RENAME TO "shop_author";
CREATE TABLE "new__shop_author" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "full_name" varchar(100) NOT NULL, "born" date NULL);
INSERT INTO "new__shop_author" ("id", "full_name", "born") SELECT "id", "full_name", NULL FROM "shop_author";
DROP TABLE "shop_author";
ALTER TABLE "new__shop_author" RENAME TO "shop_author";
COMMIT;
--> alter table shop_author [rename_column add_column]
