-- A name that is cut is cut before a letter.
-- from
CREATE TABLE äääääääääääääääääääääääääääääää (at int);
CREATE TABLE aäääääääääääääääääääääääääääääää (at int);
INSERT INTO äääääääääääääääääääääääääääääää VALUES (1);
CREATE TABLE ööööööööööööööööööööööööööööööö (id int);
CREATE TABLE oööööööööööööööööööööööööööööööö (id int);
INSERT INTO ööööööööööööööööööööööööööööööö VALUES (1);
-- to
CREATE TABLE äääääääääääääääääääääääääääääää (at int) PARTITION BY RANGE (at);
CREATE TABLE ääääääääääääääääääääääääääääää1 PARTITION OF äääääääääääääääääääääääääääääää DEFAULT;
CREATE TABLE aäääääääääääääääääääääääääääääää (at int) PARTITION BY RANGE (at);
CREATE TABLE oööööööööööööööööööööööööööööööö (id int);
CREATE TABLE ööööööööööööööööööööööööööööööö (id int);
-- options
--rename=table:ööööööööööööööööööööööööööööööö=oööööööööööööööööööööööööööööööö
--rename=table:oööööööööööööööööööööööööööööööö=ööööööööööööööööööööööööööööööö
-- back
--rename=table:ööööööööööööööööööööööööööööööö=oööööööööööööööööööööööööööööööö
--rename=table:oööööööööööööööööööööööööööööööö=ööööööööööööööööööööööööööööööö
-- kept
SELECT at FROM äääääääääääääääääääääääääääääää;
= 1
SELECT id FROM oööööööööööööööööööööööööööööööö;
= 1
