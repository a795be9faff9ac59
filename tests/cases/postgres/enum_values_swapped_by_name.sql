-- from
CREATE TYPE side AS ENUM ('left', 'right');
CREATE TABLE hands (id int PRIMARY KEY, side side);
INSERT INTO hands VALUES (1, 'left');
-- to
CREATE TYPE side AS ENUM ('right', 'left');
CREATE TABLE hands (id int PRIMARY KEY, side side);
-- options
--rename=enum_value:public.side.left=right
--rename=enum_value:public.side.right=left
-- back
--rename=enum_value:public.side.left=right
--rename=enum_value:public.side.right=left
-- in place
table hands
type side
-- kept
SELECT side FROM hands;
= right
-- kept back
SELECT side FROM hands;
= left
