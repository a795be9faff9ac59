-- from
CREATE DOMAIN old_code AS varchar(3);
CREATE TABLE parts (id int PRIMARY KEY, code old_code, name text);
INSERT INTO parts VALUES (1, 'abc', 'x');
-- to
CREATE DOMAIN new_code AS varchar(5) COLLATE "C" NOT NULL DEFAULT 'none';
ALTER DOMAIN new_code OWNER TO app_owner;
CREATE TABLE parts (id int PRIMARY KEY, code varchar(3), name text, other new_code);
-- back
-- kept
SELECT id, code, name, other FROM parts;
= 1|abc|x|none
-- kept back
SELECT id, code, name FROM parts;
= 1|abc|x
