import SqliteDriver from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import type { Database } from "./db/database.js";
import { keepStatements } from "./db/runtime/kept_statements.js";

/** BLOG_DATABASE says where. Queries are added to the list. */
export function connect(queries: string[]): Kysely<Database> {
  const database = new SqliteDriver(process.env["BLOG_DATABASE"]!);
  database.pragma("foreign_keys = ON");
  return new Kysely<Database>({
    dialect: new SqliteDialect({ database: keepStatements(database) }),
    log: (event) => void queries.push(event.query.sql),
  });
}
