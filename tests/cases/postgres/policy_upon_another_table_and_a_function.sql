-- from
CREATE TABLE teams (id int PRIMARY KEY, boss text);
CREATE FUNCTION is_boss(t int) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT true';
CREATE TABLE docs (id int PRIMARY KEY, team int, secret boolean);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_team ON docs USING (is_boss(team) OR team IN (SELECT id FROM teams WHERE boss = CURRENT_USER));
CREATE POLICY open ON docs FOR SELECT USING (NOT secret);
INSERT INTO docs VALUES (1, 1, false);
-- to
CREATE TABLE teams (id bigint PRIMARY KEY, head text);
CREATE FUNCTION is_boss(team int) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT false';
CREATE TABLE docs (id int PRIMARY KEY, team int);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_team ON docs USING (is_boss(team) OR team IN (SELECT id FROM teams WHERE head = CURRENT_USER));
-- options
--rename=column:public.teams.boss=head
-- back
--rename=column:public.teams.head=boss
-- in place
table docs
-- kept
SELECT id, team FROM docs;
= 1|1
-- lost
column docs.secret
