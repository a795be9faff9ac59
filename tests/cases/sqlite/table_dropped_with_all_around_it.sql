-- from
CREATE TABLE gone (id INTEGER PRIMARY KEY, n TEXT);
CREATE TABLE stays (id INTEGER PRIMARY KEY, gone_id INTEGER REFERENCES gone (id));
CREATE VIEW v AS SELECT n FROM gone;
CREATE TRIGGER t AFTER INSERT ON stays BEGIN INSERT INTO gone (n) VALUES ('x'); END;
CREATE INDEX gone_n ON gone (n);
INSERT INTO gone VALUES (1, 'x');
INSERT INTO stays VALUES (1, 1);
-- to
CREATE TABLE stays (id INTEGER PRIMARY KEY, gone_id INTEGER);
-- refused
data-loss
-- back stops
table stays gets a foreign key to gone, and some rows refer to nothing
-- kept
SELECT * FROM stays;
= 1|1
