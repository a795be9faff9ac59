CREATE TABLE sqlitefoo (a);
CREATE TABLE ddltrailer (a);
CREATE TABLE "ddltrail" (a);
CREATE TABLE sqliteXmaster (a);
CREATE INDEX sqlitei ON sqlitefoo (a);
ALTER TABLE sqlitefoo RENAME TO sqlitebar;
ALTER TABLE ddltrailer RENAME COLUMN a TO b;
DROP TABLE ddltrail;
-- fails
CREATE TABLE sqlite_x (a);
