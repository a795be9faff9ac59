-- from
CREATE TABLE "t" ("a" integer primary key, b varchar(10) not null default ('x'));
create index i on t(b);
-- to
CREATE TABLE IF NOT EXISTS t (
  a integer PRIMARY KEY,
  b varchar(10) DEFAULT 'x' NOT NULL
);
CREATE INDEX i ON "t" ("b");
