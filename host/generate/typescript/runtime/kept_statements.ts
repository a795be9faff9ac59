// Spares better-sqlite3 the preparing of a statement that was prepared before,
// which takes most of a short query's time: Kysely's dialect prepares each time.
// Give SqliteDialect `keepStatements(database)` in the place of the database.
import type { SqliteDatabase, SqliteStatement } from "kysely";

/** Keeps as many statements as `most`, those that were used last. */
export function keepStatements(
  database: SqliteDatabase,
  most = 500,
): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      const statement = kept.get(text) ?? keepable(database, text);
      kept.delete(text);
      kept.set(text, statement);
      if (kept.size > most) kept.delete(kept.keys().next().value!);
      return statement;
    },
  };
}

/** Rows that are read one by one come from a statement of their own, which is busy meanwhile. */
function keepable(database: SqliteDatabase, text: string): SqliteStatement {
  const statement = database.prepare(text);
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(parameters),
    run: (parameters) => statement.run(parameters),
    iterate: (parameters) => database.prepare(text).iterate(parameters),
  };
}
