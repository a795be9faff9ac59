CREATE TABLE `Users` (`id` INTEGER PRIMARY KEY, `name` VARCHAR(255), `age` INTEGER);
BEGIN DEFERRED TRANSACTION;
CREATE TABLE IF NOT EXISTS `Users_backup` (`id` INTEGER PRIMARY KEY, `username` VARCHAR(255), `age` INTEGER);
INSERT INTO `Users_backup` SELECT `id`, `name` AS `username`, `age` FROM `Users`;
DROP TABLE `Users`;
CREATE TABLE IF NOT EXISTS `Users` (`id` INTEGER PRIMARY KEY, `username` VARCHAR(255), `age` INTEGER);
INSERT INTO `Users` SELECT `id`, `username`, `age` FROM `Users_backup`;
DROP TABLE `Users_backup`;
COMMIT;
--> create table Users [create]
--> alter table Users [rename_column]
