-- from
CREATE TABLE gone (id serial PRIMARY KEY, n text);
CREATE TABLE stays (id int PRIMARY KEY, gone_id int CONSTRAINT to_gone REFERENCES gone, n int);
CREATE VIEW v AS SELECT s.id, g.n FROM stays s JOIN gone g ON g.id = s.gone_id;
CREATE MATERIALIZED VIEW m AS SELECT n FROM v;
CREATE FUNCTION rows_of() RETURNS SETOF gone LANGUAGE sql AS 'SELECT * FROM public.gone';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER t AFTER INSERT ON gone FOR EACH ROW EXECUTE FUNCTION touch();
CREATE POLICY p ON stays USING (gone_id IN (SELECT id FROM gone));
INSERT INTO gone VALUES (1, 'x');
INSERT INTO stays VALUES (1, 1, 2);
-- to
CREATE TABLE stays (id int PRIMARY KEY, gone_id int, n int);
-- back
-- refused
data-loss
-- lacks
CASCADE
-- in place
table stays
-- kept
SELECT id, gone_id, n FROM stays;
= 1|1|2
UPDATE stays SET gone_id = NULL;
-- lost
table gone
column stays.gone_id
