CREATE TABLE account (id INTEGER NOT NULL, name VARCHAR(50) NOT NULL, balance INTEGER, PRIMARY KEY (id));
CREATE INDEX ix_account_name ON account (name);
BEGIN;
CREATE TABLE _alembic_tmp_account (
    id INTEGER NOT NULL,
    full_name VARCHAR(50) NOT NULL,
    balance NUMERIC(10, 2),
    PRIMARY KEY (id)
);
INSERT INTO _alembic_tmp_account (id, full_name, balance) SELECT account.id, account.name, CAST(account.balance AS NUMERIC(10, 2)) AS balance
FROM account;
DROP TABLE account;
ALTER TABLE _alembic_tmp_account RENAME TO account;
CREATE INDEX ix_account_name ON account (full_name);
COMMIT;
--> create table account [create]
--> create index ix_account_name [create]
--> alter table account [rename_column alter_column_type]
--> alter index ix_account_name [alter_definition]
