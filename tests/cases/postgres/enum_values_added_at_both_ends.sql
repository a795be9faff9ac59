-- from
CREATE TYPE size AS ENUM ('s', 'm');
COMMENT ON TYPE size IS 'of shirts';
CREATE TABLE shirts (id int PRIMARY KEY, size size);
INSERT INTO shirts VALUES (1, 'm');
-- to
CREATE TYPE size AS ENUM ('xs', 's', 's+', 'm', 'l', 'xl');
COMMENT ON TYPE size IS 'of shirts and trousers';
CREATE TABLE shirts (id int PRIMARY KEY, size size);
-- back
-- in place
table shirts
type size
-- kept
SELECT size FROM shirts;
= m
SELECT enum_range(NULL::size);
= {xs,s,s+,m,l,xl}
