-- from
CREATE TABLE items (id int CONSTRAINT items_pkey PRIMARY KEY, cost int NOT NULL);
INSERT INTO items VALUES (1, 10);
-- to
CREATE TABLE goods (id int CONSTRAINT items_pkey PRIMARY KEY, price numeric(8,2) NOT NULL);
CREATE INDEX goods_price_idx ON goods (price);
-- options
--rename=table:public.items=goods
--rename=column:public.items.cost=price
-- back
--rename=table:public.goods=items
--rename=column:public.goods.price=cost
-- lacks
DROP (TABLE|COLUMN)
-- kept
SELECT price FROM goods;
= 10.00
-- kept back
SELECT cost FROM items;
= 10
