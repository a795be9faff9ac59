import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './db/database.js';

// PGHOST and its friends say where.
export function connect(): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: new pg.Pool({ max: 2 }) }) });
}
