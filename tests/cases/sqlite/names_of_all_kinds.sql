-- from
CREATE TABLE "order by" ("select" INTEGER PRIMARY KEY, "with space" TEXT, "it's" TEXT, "a.b" TEXT, "ünï" TEXT);
CREATE INDEX "index on" ON "order by" ("with space");
CREATE TABLE "new_order by" (x);
INSERT INTO "order by" VALUES (1, 'a', 'b', 'c', 'd');
-- to
CREATE TABLE "order by" ("select" INTEGER PRIMARY KEY, "with space" INTEGER, "it's" TEXT, "a.b" TEXT, "ünï" TEXT, "quo""te" TEXT);
CREATE INDEX "index on" ON "order by" ("with space");
CREATE TABLE "new_order by" (x);
-- refused
may-fail
-- kept
SELECT * FROM "order by";
= 1|a|b|c|d|
