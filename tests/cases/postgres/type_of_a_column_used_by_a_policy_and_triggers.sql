-- from
CREATE TABLE docs (id int PRIMARY KEY, level int, body text);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY low ON docs FOR SELECT TO app_reader USING (level < 5);
COMMENT ON POLICY low ON docs IS 'readers see less';
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER when_level BEFORE UPDATE OF level ON docs FOR EACH ROW WHEN (NEW.level > 3) EXECUTE FUNCTION note();
ALTER TABLE docs ENABLE ALWAYS TRIGGER when_level;
COMMENT ON TRIGGER when_level ON docs IS 'notes it';
INSERT INTO docs VALUES (1, 2, 'x');
-- to
CREATE TABLE docs (id int PRIMARY KEY, level bigint, body text);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY low ON docs FOR SELECT TO app_reader USING (level < 5);
COMMENT ON POLICY low ON docs IS 'readers see less';
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER when_level BEFORE UPDATE OF level ON docs FOR EACH ROW WHEN (NEW.level > 3) EXECUTE FUNCTION note();
ALTER TABLE docs ENABLE ALWAYS TRIGGER when_level;
COMMENT ON TRIGGER when_level ON docs IS 'notes it';
-- back
-- kept
SELECT id, level, body FROM docs;
= 1|2|x
