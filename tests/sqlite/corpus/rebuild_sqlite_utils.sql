CREATE TABLE dogs (id INTEGER PRIMARY KEY, name TEXT, age TEXT);
BEGIN;
CREATE TABLE [dogs_new_6e2b] (
   [id] INTEGER PRIMARY KEY,
   [dog_name] TEXT,
   [age] INTEGER
);
INSERT INTO [dogs_new_6e2b] ([rowid], [id], [dog_name], [age])
   SELECT [rowid], [id], [name], [age] FROM [dogs];
DROP TABLE [dogs];
ALTER TABLE [dogs_new_6e2b] RENAME TO [dogs];
COMMIT;
--> create table dogs [create]
--> alter table dogs [rename_column alter_column_type]
