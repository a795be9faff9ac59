-- from
CREATE TABLE a (id int PRIMARY KEY);
INSERT INTO a VALUES (1);
-- to
CREATE TYPE color AS ENUM ('red', 'it''s blue', '');
COMMENT ON TYPE color IS 'of a';
ALTER TYPE color OWNER TO app_owner;
CREATE TYPE empty AS ENUM ();
CREATE TABLE a (id int PRIMARY KEY, color color DEFAULT 'it''s blue');
-- back
-- kept
SELECT id, color FROM a;
= 1|it's blue
