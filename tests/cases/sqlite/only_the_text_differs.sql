-- The table is left alone; what has no rows is written as the second schema has it.
-- from
CREATE TABLE "t" ("a" integer primary key, b varchar(10) not null default ('x'));
create index i on t(b);
create view [v] as select b from t;
INSERT INTO t VALUES (1, 'y');
-- to
CREATE TABLE IF NOT EXISTS t (
  a integer PRIMARY KEY,
  b varchar(10) DEFAULT 'x' NOT NULL
);
CREATE INDEX i ON "t" ("b");
CREATE VIEW IF NOT EXISTS v AS
  SELECT b FROM t;
-- lacks
(TABLE|INSERT|DELETE|UPDATE)
-- kept
SELECT * FROM t;
= 1|y
