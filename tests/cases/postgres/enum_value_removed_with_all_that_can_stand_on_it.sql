-- from
CREATE TYPE kind AS ENUM ('a', 'b', 'gone');
CREATE DOMAIN some_kind AS kind;
CREATE TABLE things (id int PRIMARY KEY, kind kind NOT NULL DEFAULT 'a', kinds kind[] DEFAULT '{a}', other some_kind,
  is_a boolean GENERATED ALWAYS AS (kind = 'a') STORED, CONSTRAINT kinds_differ CHECK (kind <> 'b' OR other IS NOT NULL));
CREATE MATERIALIZED VIEW counts AS SELECT kind, count(*) AS n FROM things GROUP BY kind;
CREATE UNIQUE INDEX counts_kind_idx ON counts (kind);
COMMENT ON COLUMN things.kind IS 'what it is';
INSERT INTO things (id, kind, kinds, other) VALUES (1, 'a', '{a,b}', NULL), (2, 'b', NULL, 'b');
REFRESH MATERIALIZED VIEW counts;
-- to
CREATE TYPE kind AS ENUM ('a', 'b');
CREATE DOMAIN some_kind AS kind;
CREATE TABLE things (id int PRIMARY KEY, kind kind NOT NULL DEFAULT 'a', kinds kind[] DEFAULT '{a}', other some_kind,
  is_a boolean GENERATED ALWAYS AS (kind = 'a') STORED, CONSTRAINT kinds_differ CHECK (kind <> 'b' OR other IS NOT NULL));
CREATE MATERIALIZED VIEW counts AS SELECT kind, count(*) AS n FROM things GROUP BY kind;
CREATE UNIQUE INDEX counts_kind_idx ON counts (kind);
COMMENT ON COLUMN things.kind IS 'what it is';
-- back
-- kept
SELECT id, kind, kinds, other, is_a FROM things ORDER BY id;
= 1|a|{a,b}||t
= 2|b||b|f
SELECT kind, n FROM counts ORDER BY kind;
= a|1
= b|1
-- kept back
SELECT id, kind, kinds, other, is_a FROM things ORDER BY id;
= 1|a|{a,b}||t
= 2|b||b|f
