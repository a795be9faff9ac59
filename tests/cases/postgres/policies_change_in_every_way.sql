-- from
CREATE TABLE docs (id int PRIMARY KEY, owner text, level int);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY command ON docs FOR SELECT USING (level < 5);
CREATE POLICY roles ON docs FOR UPDATE TO app_reader USING (level < 5) WITH CHECK (level < 5);
CREATE POLICY without_check ON docs FOR UPDATE USING (level < 5) WITH CHECK (level < 3);
CREATE POLICY kind ON docs USING (owner = CURRENT_USER);
CREATE POLICY expression ON docs FOR DELETE USING (level < 5);
CREATE POLICY gone ON docs USING (true);
CREATE POLICY without_using ON docs FOR UPDATE USING (level < 5) WITH CHECK (level < 3);
COMMENT ON POLICY kind ON docs IS 'one''s own';
INSERT INTO docs VALUES (1, 'ann', 1);
-- to
CREATE TABLE docs (id int PRIMARY KEY, owner text, level int);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY command ON docs FOR DELETE USING (level < 5);
CREATE POLICY roles ON docs FOR UPDATE TO app_writer, app_reader USING (level < 6) WITH CHECK (level < 5);
CREATE POLICY without_check ON docs FOR UPDATE USING (level < 5);
CREATE POLICY kind ON docs AS RESTRICTIVE USING (owner = CURRENT_USER);
CREATE POLICY expression ON docs FOR DELETE USING (EXISTS (SELECT FROM docs d WHERE d.owner = docs.owner));
CREATE POLICY without_using ON docs FOR UPDATE WITH CHECK (level < 3);
CREATE POLICY coming ON docs FOR INSERT WITH CHECK (level > 0);
COMMENT ON POLICY kind ON docs IS 'one''s own';
COMMENT ON POLICY coming ON docs IS 'new ones';
-- back
-- refused
permission-change
-- in place
table docs
-- kept
SELECT id, owner, level FROM docs;
= 1|ann|1
