// The order of rows, and the place in it after which a page begins. A cursor
// holds the values of the sorting columns of the last row that was read.
import { sql, type RawBuilder, type SelectQueryBuilder } from "kysely";
import type { Direction } from "./filter.js";
import type { ColumnMetadata, TableMetadata } from "./metadata.js";
import { column } from "./reference.js";

type AnySelect = SelectQueryBuilder<any, any, any>;

interface Key {
  readonly name: string;
  readonly descending: boolean;
  readonly nullable: boolean;
  /** How the cursor gets what is stored, where rows do not have it. */
  readonly stored: ((name: string) => RawBuilder<unknown>) | undefined;
}

/** What the stored value of a key is called in the rows that carry it. */
const storedName = (index: number): string => `$cursor${index}`;

export class Sorting {
  readonly #keys: Key[];

  /** Without `isTotal` rows may tie; with it the primary key breaks ties. */
  constructor(
    table: TableMetadata,
    orderBy: object | readonly object[] | undefined,
    isTotal: boolean,
  ) {
    const names = new Map<string, Direction>();
    for (const part of [orderBy ?? []].flat()) {
      for (const [name, direction] of Object.entries(part))
        names.set(name, direction as Direction);
    }
    const last = [...names.values()].at(-1) ?? "asc";
    if (isTotal)
      for (const name of tieBreakers(table))
        if (!names.has(name)) names.set(name, last);
    this.#keys = [...names].map(([name, direction]) =>
      keyOf(table, name, direction),
    );
  }

  get shape(): string {
    return this.#keys.map((key) => `${key.name}\0${key.descending}`).join("\0");
  }

  apply(query: AnySelect): AnySelect {
    for (const key of this.#keys) {
      query = query.orderBy(column(key.name), (order) => {
        const directed = key.descending ? order.desc() : order.asc();
        if (!key.nullable) return directed;
        return key.descending ? directed.nullsFirst() : directed.nullsLast();
      });
    }
    return query;
  }

  /** Adds what cursorOf() needs to the rows. */
  selectCursor(query: AnySelect): AnySelect {
    this.#keys.forEach((key, index) => {
      if (key.stored)
        query = query.select(key.stored(key.name).as(storedName(index)));
    });
    return query;
  }

  cursorOf(row: Record<string, unknown>): string {
    const values = this.#keys.map((key, i) =>
      encode(row[key.stored ? storedName(i) : key.name]),
    );
    return Buffer.from(JSON.stringify(values)).toString("base64url");
  }

  /** Takes away what selectCursor() added. */
  strip(rows: readonly Record<string, unknown>[]): void {
    this.#keys.forEach((key, index) => {
      if (key.stored) for (const row of rows) delete row[storedName(index)];
    });
  }

  place(cursor: string): Place {
    let values: unknown;
    try {
      values = JSON.parse(Buffer.from(cursor, "base64url").toString(), decode);
    } catch {
      values = undefined;
    }
    if (
      !Array.isArray(values) ||
      values.length !== this.#keys.length ||
      !values.every(isScalar)
    ) {
      throw new TypeError("the cursor is not one of this order");
    }
    return new Place(this.#keys, values);
  }
}

/** The rows after a cursor. */
export class Place {
  readonly #keys: readonly Key[];
  readonly #isNull: readonly boolean[];
  readonly values: readonly unknown[];

  constructor(keys: readonly Key[], all: readonly unknown[]) {
    this.#keys = keys;
    this.#isNull = all.map((value) => value === null);
    this.values = all.filter((value) => value !== null);
  }

  get shape(): string {
    return this.#isNull.join();
  }

  apply(query: AnySelect, values: readonly unknown[]): AnySelect {
    return query.where(
      this.#isRowValue() ? this.#rowValue(values) : this.#anyOf(values),
    );
  }

  /** One comparison, which an index answers. */
  #isRowValue(): boolean {
    return this.#keys.every(
      (k) => !k.nullable && k.descending === this.#keys[0]!.descending,
    );
  }

  #rowValue(values: readonly unknown[]): RawBuilder<boolean> {
    const columns = sql.join(this.#keys.map((key) => column(key.name)));
    const operator = sql.raw(this.#keys[0]!.descending ? "<" : ">");
    return sql<boolean>`(${columns}) ${operator} (${sql.join(values)})`;
  }

  /** a after x, or a = x and b after y, and so on. */
  #anyOf(values: readonly unknown[]): RawBuilder<boolean> {
    const rest = values.slice();
    const operands = this.#isNull.map((isNull) =>
      isNull ? null : rest.shift(),
    );
    const cases = this.#keys.map((key, last) => {
      const before = this.#keys
        .slice(0, last)
        .map((each, i) => equal(each, operands[i]));
      return sql`(${sql.join([...before, after(key, operands[last])], sql` and `)})`;
    });
    return sql<boolean>`(${sql.join(cases, sql` or `)})`;
  }
}

function tieBreakers(table: TableMetadata): readonly string[] {
  if (table.primaryKey.length > 0) return table.primaryKey;
  throw new TypeError(
    `${table.table} has no primary key to part its rows into pages`,
  );
}

function keyOf(table: TableMetadata, name: string, direction: Direction): Key {
  const found = table.columns.find((each) => each.name === name);
  if (!found) throw new TypeError(`no column "${name}" to sort by`);
  return {
    name,
    descending: direction === "desc",
    nullable: found.nullable === true,
    stored: isConverted(found) ? stored[table.engine] : undefined,
  };
}

/** By the driver, which leaves out microseconds, or by a plugin. */
function isConverted({ value }: ColumnMetadata): boolean {
  return value === "Date" || value === "Buffer" || value === "other";
}

/** PostgreSQL reads any value from its text. */
const stored = {
  postgres: (name: string) => sql`${column(name)}::text`,
  sqlite: (name: string) => sql`${column(name)}`,
};

function equal(key: Key, value: unknown): RawBuilder<unknown> {
  return value === null
    ? sql`${column(key.name)} is null`
    : sql`${column(key.name)} = ${value}`;
}

function after(key: Key, value: unknown): RawBuilder<unknown> {
  const ref = column(key.name);
  if (value === null)
    return key.descending ? sql`${ref} is not null` : sql`1 = 0`;
  if (key.descending) return sql`${ref} < ${value}`;
  return key.nullable
    ? sql`(${ref} > ${value} or ${ref} is null)`
    : sql`${ref} > ${value}`;
}

/** The databases read a number from its text as well, and JSON has no Infinity. */
function encode(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return { hex: value.toString("hex") };
  const isJson =
    typeof value !== "bigint" &&
    (typeof value !== "number" || Number.isFinite(value));
  return isJson ? value : String(value);
}

function decode(_: string, value: unknown): unknown {
  const isBytes = typeof value === "object" && value !== null && "hex" in value;
  return isBytes && typeof value.hex === "string"
    ? Buffer.from(value.hex, "hex")
    : value;
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== "object" || Buffer.isBuffer(value);
}
