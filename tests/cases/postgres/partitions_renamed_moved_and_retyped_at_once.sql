-- from
CREATE TABLE cust (id int PRIMARY KEY);
CREATE TABLE logs (at int, cust int REFERENCES cust, what varchar(10), n int DEFAULT 1, CONSTRAINT ok CHECK (n > 0)) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM (10) TO (20) PARTITION BY LIST (what);
CREATE TABLE logs_2_x PARTITION OF logs_2 DEFAULT;
CREATE INDEX li ON logs (n, what);
CREATE TRIGGER tr AFTER UPDATE ON logs FOR EACH ROW WHEN (NEW.n > 5) EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE VIEW v AS SELECT at, n FROM logs_1;
COMMENT ON INDEX li IS 'li';
GRANT SELECT ON logs_1 TO app_reader;
INSERT INTO cust VALUES (1);
INSERT INTO logs VALUES (1, 1, 'a', 2), (11, 1, 'b', 3);
-- to
CREATE SCHEMA arch;
CREATE TABLE cust (id bigint PRIMARY KEY);
CREATE TABLE events (at int, customer bigint CONSTRAINT logs_cust_fkey REFERENCES cust ON DELETE CASCADE, what text, m bigint DEFAULT 1, added int NOT NULL DEFAULT 3, CONSTRAINT fine CHECK (m > 0)) PARTITION BY RANGE (at);
CREATE TABLE arch.events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (30) PARTITION BY LIST (what);
CREATE TABLE logs_2_x PARTITION OF events_2 DEFAULT;
CREATE INDEX ei ON ONLY events (m, what);
CREATE INDEX logs_1_n_what_idx ON arch.events_1 (m, what);
CREATE INDEX logs_2_n_what_idx ON ONLY events_2 (m, what);
CREATE INDEX logs_2_x_n_what_idx ON logs_2_x (m, what);
ALTER INDEX ei ATTACH PARTITION arch.logs_1_n_what_idx;
ALTER INDEX logs_2_n_what_idx ATTACH PARTITION logs_2_x_n_what_idx;
ALTER INDEX ei ATTACH PARTITION logs_2_n_what_idx;
CREATE TRIGGER tr AFTER UPDATE ON events FOR EACH ROW WHEN (NEW.m > 5) EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE VIEW v AS SELECT at, m AS n FROM arch.events_1;
COMMENT ON INDEX ei IS 'li';
GRANT SELECT ON arch.events_1 TO app_reader;
-- options
--rename=table:public.logs=events
--rename=table:public.logs_1=arch.events_1
--rename=table:public.logs_2=events_2
--rename=column:public.logs.cust=customer
--rename=column:public.logs.n=m
--rename=constraint:public.logs.ok=fine
--rename=index:public.li=ei
-- back
--rename=table:public.events=logs
--rename=table:arch.events_1=public.logs_1
--rename=table:public.events_2=logs_2
--rename=column:public.events.customer=cust
--rename=column:public.events.m=n
--rename=constraint:public.events.fine=ok
--rename=index:public.ei=li
-- kept
SELECT at, customer, what, m, added FROM events ORDER BY at;
= 1|1|a|2|3
= 11|1|b|3|3
