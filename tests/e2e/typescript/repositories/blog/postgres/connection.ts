import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./db/database.js";

/** PGHOST and its friends say where. Queries are added to the list. */
export function connect(queries: string[]): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ max: 3 }) }),
    log: (event) => void queries.push(event.query.sql),
  });
}
