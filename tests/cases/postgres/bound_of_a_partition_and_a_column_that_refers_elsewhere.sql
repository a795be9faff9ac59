-- from
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE tickets (id int, u int REFERENCES users, created int NOT NULL) PARTITION BY RANGE (created);
CREATE TABLE tickets_1 PARTITION OF tickets FOR VALUES FROM (0) TO (10);
CREATE TABLE tickets_2 PARTITION OF tickets FOR VALUES FROM (10) TO (30);
INSERT INTO users VALUES (1);
INSERT INTO tickets VALUES (1, 1, 5), (2, 1, 15);
-- to
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE tickets (id int, u bigint REFERENCES users, created int NOT NULL) PARTITION BY RANGE (created);
CREATE TABLE tickets_1 PARTITION OF tickets FOR VALUES FROM (0) TO (10);
CREATE TABLE tickets_2 PARTITION OF tickets FOR VALUES FROM (10) TO (20);
-- back
-- kept
SELECT id, u, created FROM tickets ORDER BY id;
= 1|1|5
= 2|1|15
