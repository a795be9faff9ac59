-- It is asked by the name that it had.
-- from
CREATE SCHEMA shop;
CREATE TABLE shop.people (id int, fullname text);
INSERT INTO shop.people VALUES (1, 'x');
CREATE TYPE shop.mood AS ENUM ('sad', 'happy');
-- to
CREATE SCHEMA store;
CREATE TABLE store.persons (id int, full_name text);
CREATE TYPE store.humour AS ENUM ('sad', 'glad');
-- options
--rename
schema:shop=store
--rename
table:shop.people=persons
--rename
type:shop.mood=humour
-- back
--rename
schema:store=shop
--rename
table:store.persons=people
--rename
type:store.humour=mood
-- asks
column:shop.people.fullname=full_name
enum_value:shop.mood.happy=glad
-- kept
SELECT id FROM store.persons;
= 1
-- lost
column shop.people.fullname
