// What validation refuses is what the database refuses, at the borders of each rule.
import assert from "node:assert/strict";
import test from "node:test";
import { connect } from "./connection.js";
import { RulesEntity } from "./db/public/entities/rules.js";
import { RulesRepository } from "./db/public/repositories/rules.js";
import { ValidationError } from "./db/runtime/validation.js";

type Values = Record<string, unknown>;

const db = connect([]);
const rules = new RulesRepository(db);
test.after(() => db.destroy());

const astral = "\u{1f642}";
const borders: Record<string, unknown[]> = {
  required: [null, undefined, "", "x"],
  short: [
    "",
    "abc",
    "abcd",
    "abc  ",
    "abcd ",
    " abc",
    astral.repeat(3),
    astral.repeat(4),
  ],
  fixed: ["", "a", "abc", "abcd", "abc  ", astral.repeat(3), astral.repeat(4)],
  amount: [
    "99.99",
    "-99.99",
    99.99,
    "100",
    -100,
    "1e1",
    "1e2",
    "1e-2",
    ".5",
    "5.",
    " 99 ",
    " 100 ",
    "0099.9900",
    "NaN",
    "Infinity",
    "-inf",
    0,
    "0e9",
  ],
  whole: [
    "999",
    "1000",
    "-999",
    "-1000",
    1e3,
    "999.0",
    "0999",
    "100e-2",
    "1000e-1",
  ],
  tiny: ["0.99", ".05e1", "0.05e2", "1", "0", "00.9900"],
  int16: [32767, 32768, -32768, -32769, "32767", "32768", 1.5, "+5", " 5 ", ""],
  int32: [2147483647, 2147483648, -2147483648, -2147483649, 0.5],
  int64: [
    0,
    9223372036854775807n,
    -9223372036854775808n,
    9223372036854775808n,
    0.5,
  ],
  mood: ["sad", "ok", "Sad", "", " sad"],
  age: [-1, 0, 10, 11],
  ratio: [0, 5e-324, 0.5, 1 - 2 ** -53, 1, -0, NaN, Infinity, -Infinity],
  least: [-1.5, -1.51, -1.4999, 0, Infinity, -Infinity],
  most: [0, 1, 0.9999, -Infinity, Infinity],
  word: ["a", "c", "", "A", "a "],
  other: ["x", "X", ""],
  code: ["A", "A1", "a1", "AB\nC", "", "XA1", `A${astral}`],
  accent: ["ä", "Ä", "a"],
  kelvin: ["k", "K", "\u212a"],
  length3: ["abc", "abcd", "abc ", astral.repeat(3), astral.repeat(4)],
  padded: ["abc", "ab   ", "ab", "abcde", "abcdef"],
  same_padded: ["a", "a  ", "b"],
  uuid: [
    "A0000000-0000-0000-0000-000000000000",
    "a0000000-0000-0000-0000-000000000000",
    "b0000000-0000-0000-0000-000000000000",
  ],
  address: ["10.0.0.1", "10.0.0.1/32", "10.0.0.3"],
};
/** Texts of numbers that only some columns read. */
const texts: Record<string, unknown[]> = {
  age: ["0", "11", " 10 "],
  ratio: ["NaN", "infinity", "0.5", "1e0"],
  least: ["-1.5", "-1.50000000000000000001", "nan"],
  most: ["0.99999999999999999999", "1", "NaN", "inf", "-infinity", "Infinity"],
};
/** Only the server knows how it prints and compares their values. */
const unknown = new Set(["padded", "same_padded", "uuid", "address"]);
const columns = RulesEntity.metadata.columns.map(({ name }) => name);
const isPostgres = RulesEntity.metadata.engine === "postgres";

function valuesOf(column: string): unknown[] {
  return [...borders[column]!, ...(isPostgres ? (texts[column] ?? []) : [])];
}

function rowWith(column: string, value: unknown): never {
  return { required: "x", [column]: value } as never;
}

function told(values: never): string[] {
  return RulesEntity.validateNew(values).map((each) => each.column);
}

/** What the database says; null where it takes the values. */
async function refusal(values: never): Promise<string | null> {
  try {
    await rules.create(values);
    return null;
  } catch (error) {
    return String(error);
  }
}

for (const column of columns)
  test(`rules of ${column}`, async () => {
    for (const value of valuesOf(column)) {
      const row = rowWith(column, value);
      const reason = await refusal(row);
      const violated = told(row);
      const what = `${String(value)}: ${reason}, ${violated.join()}`;
      assert.ok(
        violated.every((each) => each === column),
        what,
      );
      if (violated.length > 0) assert.ok(reason, what);
      if (reason && !unknown.has(column) && !isTooFine(value))
        assert.notEqual(violated.length, 0, what);
    }
  });

/** More digits than a number of JavaScript has are left to the database. */
function isTooFine(value: unknown): boolean {
  return typeof value === "string" && value.includes(".") && value.length > 17;
}

test("digits that the database would round away are told", async () => {
  if (!isPostgres) return;
  for (const amount of ["0.001", "99.994", "99.995", 1.005]) {
    assert.deepEqual(told(rowWith("amount", amount)), ["amount"]);
    const row =
      (await refusal(rowWith("amount", amount))) ??
      (await rules.findMany()).at(-1)!;
    assert.notDeepEqual((row as Values)["amount"], String(amount));
  }
});

test("an error names every rule that is violated", async () => {
  const wrong = columns.map((column) => [
    column,
    valuesOf(column).find((each) => told(rowWith(column, each)).length > 0),
  ]);
  const broken = wrong.filter(([, value]) => value !== undefined) as [
    string,
    unknown,
  ][];
  const values = Object.fromEntries(broken);
  const whole = Object.fromEntries(
    columns.map((column) => [column, values[column] ?? null]),
  );
  const entity = RulesEntity.fromRow(whole as never);
  assert.ok(await refusal(values as never));
  assert.throws(
    () => entity.assertValid(),
    (error) => {
      assert.ok(error instanceof ValidationError);
      const named = [...new Set(error.violations.map((each) => each.column))];
      assert.deepEqual(named.sort(), broken.map(([column]) => column).sort());
      for (const name of named)
        assert.match(error.message, new RegExp(`\\b${name} `));
      return true;
    },
  );
  assert.ok(broken.length > 8);
});
