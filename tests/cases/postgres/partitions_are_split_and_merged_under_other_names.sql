-- Rows of partitions that go are kept where others take them, wake no trigger, and hold what columns become; others are gone.
-- from
CREATE TABLE seen (what text);
CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.seen VALUES (TG_OP); RETURN NULL; END $$;
CREATE TABLE logs (at int, gone text, n int, twice int GENERATED ALWAYS AS (n * 2) STORED, PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE TABLE logs_old PARTITION OF logs FOR VALUES FROM (MINVALUE) TO (0);
CREATE TABLE logs_a PARTITION OF logs FOR VALUES FROM (0) TO (20);
CREATE TABLE logs_b PARTITION OF logs FOR VALUES FROM (20) TO (30) PARTITION BY LIST (at);
CREATE TABLE logs_b_1 PARTITION OF logs_b DEFAULT;
CREATE TABLE notes (id int PRIMARY KEY, at int CONSTRAINT of_log REFERENCES logs);
CREATE TABLE kinds (kind text, n int) PARTITION BY LIST (kind);
CREATE TABLE kinds_a PARTITION OF kinds FOR VALUES IN ('a', NULL);
CREATE TABLE kinds_rest PARTITION OF kinds DEFAULT;
INSERT INTO logs VALUES (-5, 'w', 1), (1, 'x', 2), (15, 'y', 3), (25, 'z', 4);
INSERT INTO notes VALUES (1, 15);
INSERT INTO kinds VALUES ('a', 1), (NULL, 2), ('b', 3);
CREATE TRIGGER sees AFTER INSERT OR DELETE ON logs FOR EACH ROW EXECUTE FUNCTION see();
-- to
CREATE TABLE seen (what text);
CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.seen VALUES (TG_OP); RETURN NULL; END $$;
CREATE TABLE logs (at int, n bigint, twice int GENERATED ALWAYS AS (n * 2) STORED, added text DEFAULT 'new', PRIMARY KEY (at)) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (30);
CREATE TABLE notes (id int PRIMARY KEY, at int CONSTRAINT of_log REFERENCES logs);
CREATE TABLE kinds (kind text, n int) PARTITION BY LIST (kind);
CREATE TABLE kinds_all PARTITION OF kinds DEFAULT;
CREATE TRIGGER sees AFTER INSERT OR DELETE ON logs FOR EACH ROW EXECUTE FUNCTION see();
-- back
-- refused
data-loss
-- lost
table logs_old
column logs_a.gone
column logs_b_1.gone
-- kept
SELECT tableoid::regclass, at, n, twice, added FROM logs ORDER BY at;
= logs_1|1|2|4|new
= logs_2|15|3|6|new
= logs_2|25|4|8|new
SELECT tableoid::regclass, kind, n FROM kinds ORDER BY n;
= kinds_all|a|1
= kinds_all||2
= kinds_all|b|3
SELECT count(*) FROM seen;
= 0
-- kept back
SELECT tableoid::regclass, at, n FROM logs ORDER BY at;
= logs_a|1|2
= logs_a|15|3
= logs_b_1|25|4
SELECT tableoid::regclass, kind, n FROM kinds ORDER BY n;
= kinds_a|a|1
= kinds_a||2
= kinds_rest|b|3
SELECT count(*) FROM seen;
= 0
