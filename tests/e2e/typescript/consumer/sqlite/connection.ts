import SqliteDriver from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Database } from './db/database.js';

export function connect(): Kysely<Database> {
  const database = new SqliteDriver(process.env['SHOP_DATABASE']!);
  database.pragma('foreign_keys = ON');
  return new Kysely<Database>({ dialect: new SqliteDialect({ database }) });
}
