-- from
CREATE TYPE e1 AS ENUM ('x', 'y');
CREATE TABLE t (id int PRIMARY KEY, s e1 NOT NULL DEFAULT 'x' CHECK (s <> 'y' OR id > 0), tags e1[] DEFAULT '{x}');
CREATE UNIQUE INDEX t_s ON t (s, id);
CREATE TABLE r (id int PRIMARY KEY, s e1, t_id int, CONSTRAINT rt FOREIGN KEY (s, t_id) REFERENCES t (s, id));
CREATE VIEW v AS SELECT s, count(*) AS n FROM t GROUP BY s;
CREATE VIEW w AS SELECT s FROM v WHERE n > 0;
CREATE RULE vi AS ON INSERT TO w DO INSTEAD NOTHING;
GRANT SELECT ON v TO app_reader; COMMENT ON COLUMN w.s IS 'ws';
CREATE TRIGGER tr BEFORE UPDATE OF s ON t FOR EACH ROW WHEN (NEW.s = 'y'::e1) EXECUTE FUNCTION suppress_redundant_updates_trigger();
INSERT INTO t VALUES (1, 'x'), (2, 'y'); INSERT INTO r VALUES (1, 'y', 2);
-- to
CREATE TYPE e2 AS ENUM ('y', 'x', 'z');
CREATE TABLE t (id int PRIMARY KEY, state e2 NOT NULL DEFAULT 'z', tags text[] DEFAULT '{x}', CONSTRAINT t_check CHECK (state <> 'y' OR id > 0));
ALTER TABLE t ADD CONSTRAINT t_s UNIQUE (state, id);
CREATE TABLE r (id int PRIMARY KEY, s e2, t_id int, CONSTRAINT rt FOREIGN KEY (s, t_id) REFERENCES t (state, id) DEFERRABLE);
CREATE MATERIALIZED VIEW v AS SELECT state, count(*) AS n FROM t GROUP BY state;
CREATE UNIQUE INDEX vu ON v (state);
CREATE VIEW w AS SELECT state AS s FROM v WHERE n > 0;
CREATE RULE vi AS ON INSERT TO w DO INSTEAD NOTHING;
GRANT SELECT ON v TO app_reader; COMMENT ON COLUMN w.s IS 'ws';
CREATE TRIGGER tr BEFORE UPDATE OF state ON t FOR EACH ROW WHEN (NEW.state = 'y'::e2) EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- options
--rename=column:public.t.s=state
-- back
--rename=column:public.t.state=s
-- kept
SELECT s, n FROM w JOIN v ON s = state ORDER BY s;
= y|1
= x|1
SELECT s, t_id FROM r;
= y|2
