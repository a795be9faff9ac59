// Runs the migrations of a folder with Kysely, all there and, with `down`, all back; prints their names.
//   node kysely_migrator.mjs FOLDER FILE_OR_URL [down]
import { promises as fs } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { Kysely, PostgresDialect, SqliteDialect } from "kysely";
import { FileMigrationProvider, Migrator, NO_MIGRATIONS } from "kysely/migration";
import pg from "pg";

const [migrationFolder, database, direction] = process.argv.slice(2);
const dialect = database.startsWith("postgresql://")
  ? new PostgresDialect({ pool: new pg.Pool({ connectionString: database }) })
  : new SqliteDialect({ database: new Database(database) });
const db = new Kysely({ dialect });
const migrator = new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder }) });
const { error, results } = direction === "down" ? await migrator.migrateTo(NO_MIGRATIONS) : await migrator.migrateToLatest();
if (error) throw error;
console.log(JSON.stringify(results.map((result) => [result.migrationName.replace(/^\d+_/, ""), result.status])));
await db.destroy();
