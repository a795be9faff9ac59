-- from
CREATE TABLE base (n INTEGER);
CREATE VIEW a AS SELECT n FROM base;
CREATE TABLE b (n INTEGER);
-- to
CREATE TABLE base (n INTEGER);
CREATE TABLE a (n INTEGER);
CREATE VIEW b AS SELECT n FROM base;
-- options
--allow
data-loss
-- back
--allow
data-loss
