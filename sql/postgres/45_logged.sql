-- Logical decoding does not see the rows written so far: they went without WAL, and what a table is copied to when it
-- becomes logged is not shown. Who subscribes to all tables of this database has no such tables, and would stop.
ALTER TABLE ddltrail.log SET LOGGED;
ALTER TABLE ddltrail.change_log SET LOGGED;
