-- A sequence that stands below its new bounds starts anew within them; one that is there goes on.
-- from
CREATE SEQUENCE fresh;
CREATE SEQUENCE below;
CREATE SEQUENCE there;
CREATE SEQUENCE down INCREMENT -1 MINVALUE -50 MAXVALUE 50 START 50;
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, n int);
SELECT nextval('below'), nextval('there'), nextval('down'), setval('there', 8);
-- to
CREATE SEQUENCE fresh MINVALUE 3 START 5;
CREATE SEQUENCE below MINVALUE 10 START 20;
CREATE SEQUENCE there MINVALUE 3 START 5;
CREATE SEQUENCE down INCREMENT -1 MINVALUE -50 MAXVALUE 40 START 30;
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY (MINVALUE 100 START 100), n int);
-- back
-- in place
sequence below
sequence there
-- kept
SELECT nextval('fresh'), nextval('below'), nextval('there'), nextval('down');
= 5|20|9|30
INSERT INTO t (n) VALUES (1) RETURNING id;
= 100
-- lost
table t
