-- from
CREATE TABLE logs (at date NOT NULL, n int, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE logs_rest PARTITION OF logs DEFAULT;
CREATE INDEX logs_2024_n_idx ON logs_2024 (n);
CREATE INDEX logs_what_idx ON logs (what);
CREATE VIEW big_logs AS SELECT at, n FROM logs WHERE n > 10;
INSERT INTO logs VALUES ('2024-05-05', 20, 'x'), ('2030-01-01', 3, 'y');
-- to
CREATE TABLE logs (at date NOT NULL, n bigint, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE logs_rest PARTITION OF logs DEFAULT;
CREATE INDEX logs_2024_n_idx ON logs_2024 (n);
CREATE INDEX logs_what_idx ON logs (what);
CREATE VIEW big_logs AS SELECT at, n FROM logs WHERE n > 10;
-- back
-- kept
SELECT at, n, what FROM logs ORDER BY at;
= 2024-05-05|20|x
= 2030-01-01|3|y
SELECT n FROM big_logs;
= 20
-- kept back
SELECT at, n, what FROM logs ORDER BY at;
= 2024-05-05|20|x
= 2030-01-01|3|y
