import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './db/database.js';
import { registerParsers } from './db/parsers.js';

// PGHOST and its friends say where.
const pool = new pg.Pool({ max: 2 });
await registerParsers(pool);

export function connect(): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
