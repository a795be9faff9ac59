-- from
CREATE TABLE logs (at int NOT NULL, what text DEFAULT 'x');
CREATE INDEX logs_what_idx ON logs (what);
GRANT SELECT ON logs TO app_reader;
COMMENT ON TABLE logs IS 'what happened';
INSERT INTO logs VALUES (1, 'x'), (15, 'y');
-- to
CREATE TABLE logs (at int NOT NULL, what text DEFAULT 'x') PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20);
CREATE INDEX logs_what_idx ON logs (what);
GRANT SELECT ON logs TO app_reader;
COMMENT ON TABLE logs IS 'what happened';
-- back
-- refused
not data-loss
-- kept
SELECT at, what FROM logs ORDER BY at;
= 1|x
= 15|y
SELECT at FROM logs_2;
= 15
-- kept back
SELECT at, what FROM logs ORDER BY at;
= 1|x
= 15|y
