-- Used by a view, an index, a check and a default.
-- from
CREATE FUNCTION price(cost int, tax int DEFAULT 10) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE TABLE goods (id int PRIMARY KEY, cost int, total int DEFAULT price(5), CONSTRAINT not_free CHECK (price(cost, 1) > 0));
CREATE INDEX goods_price_idx ON goods (price(cost, 0));
CREATE VIEW prices AS SELECT id, price(cost) AS price FROM goods;
GRANT EXECUTE ON FUNCTION price(int, int) TO app_reader;
REVOKE EXECUTE ON FUNCTION price(int, int) FROM PUBLIC;
COMMENT ON FUNCTION price(int, int) IS 'with tax';
INSERT INTO goods (id, cost) VALUES (1, 7);
-- to
CREATE FUNCTION price(net int, vat int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2::bigint';
CREATE TABLE goods (id int PRIMARY KEY, cost int, total int DEFAULT price(5, 10), CONSTRAINT not_free CHECK (price(cost, 1) > 0));
CREATE INDEX goods_price_idx ON goods (price(cost, 0));
CREATE VIEW prices AS SELECT id, price(cost, 10) AS price FROM goods;
GRANT EXECUTE ON FUNCTION price(int, int) TO app_reader;
REVOKE EXECUTE ON FUNCTION price(int, int) FROM PUBLIC;
COMMENT ON FUNCTION price(int, int) IS 'with tax';
-- back
-- in place
table goods
-- kept
SELECT id, cost, total, price FROM goods JOIN prices USING (id);
= 1|7|15|17
