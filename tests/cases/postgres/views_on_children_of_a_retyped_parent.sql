-- The statement for the parent reaches the children: what stands on their columns goes before it, and comes again.
-- from
CREATE TABLE parent (id int, v text);
CREATE TABLE child (own text) INHERITS (parent);
CREATE TABLE grandchild () INHERITS (child);
CREATE VIEW of_child AS SELECT id, own FROM child;
CREATE VIEW of_grandchild AS SELECT id FROM grandchild;
CREATE RULE r AS ON UPDATE TO child WHERE OLD.id IS NULL DO ALSO SELECT 1;
INSERT INTO grandchild VALUES (1, 'v', 'own');
-- to
CREATE TABLE parent (id bigint, v text);
CREATE TABLE child (own text) INHERITS (parent);
CREATE TABLE grandchild () INHERITS (child);
ALTER TABLE child ALTER id SET STATISTICS 7;
CREATE VIEW of_child AS SELECT id, own FROM child;
CREATE VIEW of_grandchild AS SELECT id FROM grandchild;
CREATE RULE r AS ON UPDATE TO child WHERE OLD.id IS NULL DO ALSO SELECT 1;
-- back
-- kept
SELECT id, own FROM of_child;
= 1|own
SELECT id FROM of_grandchild;
= 1
