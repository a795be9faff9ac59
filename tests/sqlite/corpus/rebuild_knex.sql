CREATE TABLE `users` (`id` integer not null primary key autoincrement, `name` varchar(255), `age` integer);
BEGIN;
CREATE TABLE `_knex_temp_alter123` (`id` integer not null primary key autoincrement, `age` integer);
INSERT INTO "_knex_temp_alter123" SELECT "id", "age" FROM "users";
DROP TABLE "users";
ALTER TABLE "_knex_temp_alter123" RENAME TO "users";
COMMIT;
--> create table users [create]
--> alter table users [drop_column]
