-- Expression index, partial index, statistics, check and default.
-- from
CREATE TABLE items (id int PRIMARY KEY, n int NOT NULL DEFAULT 5, m int, CONSTRAINT n_is_small CHECK (n < 1000));
CREATE INDEX items_double_idx ON items ((n * 2));
CREATE INDEX items_some_idx ON items (m) WHERE n > 10;
CREATE INDEX items_n_m_idx ON items (n DESC, m);
CREATE STATISTICS items_stat (ndistinct, dependencies) ON n, m FROM items;
COMMENT ON INDEX items_double_idx IS 'doubled';
COMMENT ON STATISTICS items_stat IS 'of both';
INSERT INTO items VALUES (1, 20, 1), (2, DEFAULT, 2);
-- to
CREATE TABLE items (id int PRIMARY KEY, n bigint NOT NULL DEFAULT 5, m int, CONSTRAINT n_is_small CHECK (n < 1000));
CREATE INDEX items_double_idx ON items ((n * 2));
CREATE INDEX items_some_idx ON items (m) WHERE n > 10;
CREATE INDEX items_n_m_idx ON items (n DESC, m);
CREATE STATISTICS items_stat (ndistinct, dependencies) ON n, m FROM items;
COMMENT ON INDEX items_double_idx IS 'doubled';
COMMENT ON STATISTICS items_stat IS 'of both';
-- back
-- kept
SELECT id, n, m FROM items ORDER BY id;
= 1|20|1
= 2|5|2
-- kept back
SELECT id, n, m FROM items ORDER BY id;
= 1|20|1
= 2|5|2
