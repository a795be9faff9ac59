// A program that uses what better-sqlite3 offers, with the extension loaded; prints the trail.
//   node better_sqlite3.mjs EXTENSION DATABASE COPY
import assert from "node:assert/strict";
import Database from "better-sqlite3";

const [extension, path, copy] = process.argv.slice(2);
const statements = [];
const db = new Database(path, { verbose: (sql) => statements.push(sql) });
db.pragma("journal_mode = WAL");
db.loadExtension(extension);
db.prepare("SELECT ddltrail_install()").get();

db.exec("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)");
const insert = db.prepare("INSERT INTO t (b) VALUES (?)");
assert.equal(insert.run("x").changes, 1);

// A transaction that is rolled back by an exception, one inside another, and one that commits.
const change = db.transaction((sql) => db.exec(sql));
const fail = db.transaction(() => {
  change("CREATE TABLE gone (a)");
  throw new Error("undone");
});
assert.throws(fail, /undone/);
const migrate = db.transaction(() => {
  assert.throws(fail, /undone/);
  change("ALTER TABLE t RENAME COLUMN b TO c");
  change("CREATE VIEW v AS SELECT c FROM t");
});
migrate.immediate();

// Statements that were prepared before go on, and count what is theirs.
const result = db.prepare("INSERT INTO t (c) VALUES (?)").run("y");
assert.deepEqual([result.changes, result.lastInsertRowid], [1, 2]);
const drop = db.prepare("DROP VIEW v");
drop.run();

// The functions, aggregates and tables of the program.
db.function("twice", { deterministic: true }, (value) => 2 * value);
db.exec("CREATE INDEX i ON t (twice(a))");
db.table("numbers", { columns: ["n"], *rows() { yield [1]; yield [2]; } });
assert.equal(db.prepare("SELECT sum(n) FROM numbers").pluck().get(), 3);

// `verbose` hears the statements of the program, and they are as it wrote them.
assert.ok(statements.includes("CREATE VIEW v AS SELECT c FROM t"));

await db.backup(copy);
const copied = new Database(copy);
copied.loadExtension(extension);
copied.exec("CREATE TABLE only_in_the_copy (a)");
const trail = "SELECT action || ' ' || object_name FROM ddltrail_change_log WHERE action <> 'baseline' ORDER BY id";
assert.equal(copied.prepare(trail).pluck().all().at(-1), "create only_in_the_copy");
copied.close();

// An image in WAL mode cannot be opened.
db.pragma("journal_mode = DELETE");
const image = new Database(db.serialize());
image.loadExtension(extension);
image.exec("DROP TABLE t");
assert.ok(image.prepare(trail).pluck().all().includes("drop t"));
image.close();

console.log(JSON.stringify(db.prepare(trail).pluck().all()));
db.close();
assert.equal(db.open, false);
