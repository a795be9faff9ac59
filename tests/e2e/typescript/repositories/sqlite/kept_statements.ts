// Statements that are kept give what statements prepared anew would.
import assert from "node:assert/strict";
import test from "node:test";
import SqliteDriver from "better-sqlite3";
import { Kysely, SqliteDialect, sql } from "kysely";
import { keepStatements } from "./db/runtime/kept_statements.js";

function open(most?: number) {
  const driver = new SqliteDriver(":memory:");
  driver.exec("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2)");
  const prepared: string[] = [];
  const counted = {
    close: () => driver.close(),
    prepare: (text: string) => (prepared.push(text), driver.prepare(text)),
  };
  const database = keepStatements(counted, most);
  const db = new Kysely<any>({ dialect: new SqliteDialect({ database }) });
  return { driver, database, db, prepared };
}

const all = (db: Kysely<any>) => db.selectFrom("t").selectAll();

test("prepares a statement once", async () => {
  const { db, prepared } = open();
  await all(db).execute();
  await all(db).execute();
  assert.equal(prepared.length, 1);
});

test("follows changes of the schema", async () => {
  const { db, driver } = open();
  const insert = () => db.insertInto("t").values({ a: 3 }).returningAll();
  assert.deepEqual(await insert().execute(), [{ a: 3 }]);
  assert.deepEqual(await all(db).execute(), [{ a: 1 }, { a: 2 }, { a: 3 }]);
  driver.exec("ALTER TABLE t ADD COLUMN b TEXT DEFAULT 'x'");
  assert.deepEqual(await all(db).limit(1).execute(), [{ a: 1, b: "x" }]);
  assert.deepEqual((await all(db).execute())[0], { a: 1, b: "x" });
  assert.deepEqual(await insert().execute(), [{ a: 3, b: "x" }]);
  driver.exec("DROP TABLE t");
  await assert.rejects(all(db).execute(), /no such table: t/);
  driver.exec("CREATE TABLE t (c INTEGER, d TEXT); INSERT INTO t VALUES (7, 'y')");
  assert.deepEqual(await all(db).execute(), [{ c: 7, d: "y" }]);
});

test("reads one statement several times at once, row by row", () => {
  const database = open().database;
  const each = () => database.prepare("SELECT a FROM t");
  const pairs: unknown[] = [];
  for (const outer of each().iterate([]))
    for (const inner of each().iterate([]))
      pairs.push([outer, inner, each().all([]).length]);
  const [one, two] = [{ a: 1 }, { a: 2 }];
  const expected = [[one, one, 2], [one, two, 2], [two, one, 2], [two, two, 2]];
  assert.deepEqual(pairs, expected);
});

test("keeps those that were used last", async () => {
  const { db, prepared } = open(2);
  const read = (number: number) => sql`select ${sql.lit(number)}`.execute(db);
  for (const number of [1, 2, 1, 3, 1, 2]) await read(number);
  assert.deepEqual(prepared, ["select 1", "select 2", "select 3", "select 2"]);
});

test("rolls back and begins again", async () => {
  const { db } = open();
  for (let i = 0; i < 2; i++) {
    const doomed = db.transaction().execute(async (trx) => {
      await trx.deleteFrom("t").execute();
      throw new Error("no");
    });
    await assert.rejects(doomed, /no/);
  }
  assert.equal((await all(db).execute()).length, 2);
  await db.destroy();
  await assert.rejects(all(db).execute());
});
