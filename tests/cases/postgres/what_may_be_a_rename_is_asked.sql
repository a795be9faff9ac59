-- Nothing is taken for a rename because it looks like one.
-- from
CREATE SCHEMA old_shop;
CREATE TABLE old_shop.things (id int);
CREATE TABLE people (id int, name text);
CREATE TABLE users (id int, fullname text, age int, size int, CONSTRAINT is_grown CHECK (age > 17));
CREATE INDEX users_by_age ON users (age);
CREATE TABLE logs (at int, what text) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TYPE shade AS ENUM ('light', 'dark');
CREATE TYPE place AS (street text, town text);
CREATE SEQUENCE numbers START WITH 5;
CREATE FUNCTION next_of(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT a + b';
CREATE VIEW adults AS SELECT id FROM users WHERE age > 17;
INSERT INTO users VALUES (1, 'x', 20, 3);
-- to
CREATE SCHEMA shop;
CREATE TABLE shop.things (id int);
CREATE TABLE persons (id int, name text);
CREATE TABLE users (id int, full_name text, age int, weight bigint, CONSTRAINT is_adult CHECK (age > 17));
CREATE INDEX users_age ON users (age);
CREATE TABLE events (at int, what text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TYPE humour AS ENUM ('sad', 'happy');
CREATE TYPE shade AS ENUM ('light', 'deep');
CREATE TYPE place AS (road text, town text);
CREATE SEQUENCE counters START WITH 5;
CREATE FUNCTION sum_of(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT a + b';
CREATE VIEW grown AS SELECT id FROM users WHERE age > 17;
-- back
-- refused
data-loss
-- asks
schema:old_shop=shop
table:public.people=persons
table:public.logs=events
table:public.adults=grown
type:public.mood=humour
sequence:public.numbers=counters
index:public.users_by_age=users_age
function:public.next_of(a integer, b integer)=sum_of
column:public.users.fullname=full_name
column:public.place.street=road
enum_value:public.shade.dark=deep
constraint:public.users.is_grown=is_adult
-- kept
SELECT id, age FROM users;
= 1|20
-- lost
column users.fullname
column users.size
