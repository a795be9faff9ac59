// Pages of rows whose dates a plugin makes of the text that SQLite keeps.
import assert from "node:assert/strict";
import test from "node:test";
import SqliteDriver from "better-sqlite3";
import { Kysely, SqliteDialect, type KyselyPlugin } from "kysely";
import type { Database } from "./db/database.js";
import { VisitsRepository } from "./db/main/repositories/visits.js";

const dates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) => ({ ...row, at: new Date(`${row["at"]}Z`) })),
  }),
};

test("pages go on after a date as it is stored", async () => {
  const database = new SqliteDriver(":memory:");
  database.exec(`CREATE TABLE visits (id INTEGER PRIMARY KEY, at DATETIME NOT NULL);
    INSERT INTO visits VALUES (1, '2026-01-02 10:00:00'), (2, '2026-01-02 11:00:00'), (3, '2026-01-02 12:00:00')`);
  const dialect = new SqliteDialect({ database });
  const db = new Kysely<Database>({ dialect, plugins: [dates] });
  const visits = new VisitsRepository(db);
  const read: number[] = [];
  let after: string | undefined;
  do {
    const page = await visits.findPage({ orderBy: { at: "asc" }, limit: 1, after });
    assert.deepEqual(Object.keys(page.rows[0]!), ["id", "at"]);
    read.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after);
  assert.deepEqual(read, [1, 2, 3]);
});
