-- Rows are unique at every moment: a key with other columns is built beside the former one, which goes when the other is there.
-- from
CREATE TABLE members (id int PRIMARY KEY, tenant int NOT NULL, email text, nick text CONSTRAINT nick_is_one UNIQUE, "number" int UNIQUE);
COMMENT ON INDEX members_pkey IS 'of a tenant alone';
COMMENT ON CONSTRAINT nick_is_one ON members IS 'everywhere';
CREATE TABLE visits (member int REFERENCES members ("number"));
CREATE VIEW emails AS SELECT email FROM members;
INSERT INTO members VALUES (1, 1, 'a@b', 'ann', 10), (2, 1, 'c@d', 'bob', 11), (3, 2, 'a@b', 'eve', 12);
INSERT INTO visits VALUES (11), (12);
-- to
CREATE TABLE members (id int, tenant int NOT NULL, email text, nick text, "number" int UNIQUE, CONSTRAINT members_pkey PRIMARY KEY (tenant, id), CONSTRAINT nick_is_one UNIQUE (tenant, nick) DEFERRABLE, CONSTRAINT "e mail" UNIQUE (tenant, email));
COMMENT ON INDEX members_pkey IS 'of a tenant alone';
COMMENT ON CONSTRAINT nick_is_one ON members IS 'by tenant';
CREATE TABLE visits (member int REFERENCES members ("number"));
CREATE VIEW emails AS SELECT email FROM members;
-- back
-- has
CREATE UNIQUE INDEX CONCURRENTLY members_pkey [\s\S]*ALTER TABLE public\.members DROP CONSTRAINT members_pkey_former, ADD CONSTRAINT members_pkey PRIMARY KEY USING INDEX members_pkey
CREATE UNIQUE INDEX CONCURRENTLY nick_is_one [\s\S]*USING INDEX nick_is_one DEFERRABLE[\s\S]*DROP CONSTRAINT nick_is_one_former
-- lacks
visits
-- kept
SELECT id, tenant, email, nick, "number" FROM members ORDER BY id;
= 1|1|a@b|ann|10
= 2|1|c@d|bob|11
= 3|2|a@b|eve|12
SELECT member FROM visits ORDER BY member;
= 11
= 12
