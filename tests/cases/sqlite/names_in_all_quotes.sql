-- from
CREATE TABLE `back tick` (`a` INTEGER, [b r] TEXT, "c ""q""" TEXT, 'single' TEXT);
CREATE TABLE [group] ([order] INTEGER PRIMARY KEY, "1st" TEXT, "" TEXT);
CREATE VIEW [a view] AS SELECT [b r] FROM `back tick`;
CREATE TRIGGER "a trigger" AFTER INSERT ON [group] BEGIN INSERT INTO `back tick` VALUES (NEW.[order], 'b', 'c', 's'); END;
INSERT INTO `back tick` VALUES (1, 'b', 'c', 's');
INSERT INTO [group] VALUES (1, 'x', 'y');
-- to
CREATE TABLE "back tick" ("a" TEXT, "b r" TEXT, "c ""q""" TEXT, "single" TEXT NOT NULL);
CREATE TABLE "group" ("order" INTEGER PRIMARY KEY, "1st" TEXT CHECK ("1st" <> ''), "" TEXT);
CREATE VIEW [a view] AS SELECT [b r] FROM `back tick`;
CREATE TRIGGER "a trigger" AFTER INSERT ON [group] BEGIN INSERT INTO `back tick` VALUES (NEW.[order], 'b', 'c', 's'); END;
-- refused
may-fail
-- kept
SELECT * FROM "back tick" ORDER BY a;
= 1|b|c|s
= 1|b|c|s
