-- from
CREATE SCHEMA "a.b";
CREATE TYPE "a.b"."Mood ""x""" AS ENUM ('it''s', '"', '\', 'a,b', '{');
CREATE TABLE "a.b"."select" ("group" int PRIMARY KEY, "quo""te" text, "dot.ted" "a.b"."Mood ""x""", "größe" int, "1st" int, "a b" int, "$x" int, aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg int);
CREATE TABLE "Users" ("ID" int CONSTRAINT "Users pkey" PRIMARY KEY, "fk.it" int CONSTRAINT "it's" REFERENCES "a.b"."select");
CREATE INDEX "I ""x""" ON "a.b"."select" ("größe", lower("quo""te"));
CREATE VIEW "V'x" AS SELECT "group", "dot.ted" AS "it's" FROM "a.b"."select";
CREATE FUNCTION "a.b"."F x"("A" int, "order" text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SEQUENCE "S.q";
INSERT INTO "a.b"."select" VALUES (1, 'x', 'it''s', 2, 3, 4, 5, 6);
INSERT INTO "Users" VALUES (1, 1);
-- to
CREATE SCHEMA "a.b";
CREATE TYPE "a.b"."Mood ""x""" AS ENUM ('it''s', '"', '\', 'a,b', '{', '}''');
CREATE TABLE "a.b"."select" ("group" bigint PRIMARY KEY, "quo""te" varchar DEFAULT 'x''"\', "dot.ted" "a.b"."Mood ""x""" DEFAULT 'it''s', "größe" bigint, "1st" int CONSTRAINT "CHECK ""it""" CHECK ("1st" > 0), "a b" int, aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg int NOT NULL, "from" text);
CREATE TABLE "Users" ("ID" int CONSTRAINT "Users pkey" PRIMARY KEY, "fk.it" bigint CONSTRAINT "it's" REFERENCES "a.b"."select" ON DELETE CASCADE);
CREATE INDEX "I ""x""" ON "a.b"."select" ("größe", lower("quo""te"));
CREATE VIEW "V'x" AS SELECT "group", "dot.ted" AS "it's" FROM "a.b"."select";
CREATE FUNCTION "a.b"."F x"("A" int, "order" text) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE SEQUENCE "S.q" INCREMENT 3;
COMMENT ON COLUMN "a.b"."select"."quo""te" IS 'it''s';
COMMENT ON CONSTRAINT "CHECK ""it""" ON "a.b"."select" IS '"x"';
GRANT SELECT ("a b") ON "a.b"."select" TO app_reader;
-- back
-- kept
SELECT "group", "quo""te", "dot.ted", "größe" FROM "a.b"."select";
= 1|x|it's|2
SELECT "ID", "fk.it" FROM "Users";
= 1|1
-- lost
column "a.b"."select".$x
