-- from
CREATE FUNCTION price(cost int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT cost + 1';
CREATE TABLE goods (id int PRIMARY KEY, cost int, CONSTRAINT not_free CHECK (price(cost) > 0));
CREATE VIEW prices AS SELECT id, price(cost) AS price FROM goods;
GRANT EXECUTE ON FUNCTION price(int) TO app_reader;
INSERT INTO goods VALUES (1, 7);
-- to
CREATE FUNCTION price(cost int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN cost + 2; END';
CREATE TABLE goods (id int PRIMARY KEY, cost int, CONSTRAINT not_free CHECK (price(cost) > 0));
CREATE VIEW prices AS SELECT id, price(cost) AS price FROM goods;
GRANT EXECUTE ON FUNCTION price(int) TO app_reader;
-- back
-- lacks
DROP (FUNCTION|VIEW|CONSTRAINT)
-- in place
function price(int)
table prices
constraint not_free
-- kept
SELECT price FROM prices;
= 9
