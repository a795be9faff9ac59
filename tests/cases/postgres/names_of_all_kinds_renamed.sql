-- from
CREATE TABLE "Order" (id int CONSTRAINT k PRIMARY KEY, "First Name" text, "größe" int);
INSERT INTO "Order" VALUES (1, 'x', 2);
-- to
CREATE TABLE "group" (id int CONSTRAINT k PRIMARY KEY, "first.name" text, "it's" int);
-- options
--rename=table:public.Order=group
--rename=column:public.Order.First Name=first.name
--rename=column:public.Order.größe=it's
-- back
--rename=table:public.group=Order
--rename=column:public.group.first.name=First Name
--rename=column:public.group.it's=größe
-- in place
table "Order"
-- kept
SELECT id, "first.name", "it's" FROM "group";
= 1|x|2
-- kept back
SELECT id, "First Name", "größe" FROM "Order";
= 1|x|2
