// Values by the names of their columns, and what queries make of them.
import { column } from "./reference.js";

export type Values = Readonly<Record<string, unknown>>;

/** Rows with the same columns, which one INSERT takes. */
export interface Batch {
  readonly names: readonly string[];
  readonly rows: Values[];
  /** Where each row stood in the list. */
  readonly positions: number[];
}

/** An INSERT of so many values at once; SQLite takes 32,766. */
const MOST_VALUES = 32000;

/** A column that is undefined is left out, as Kysely does. */
export function namesOf(values: object): string[] {
  const names = Object.keys(values);
  const isWhole = names.every((name) => (values as Values)[name] !== undefined);
  return isWhole
    ? names
    : names.filter((name) => (values as Values)[name] !== undefined);
}

export function valuesOf(values: object, names: readonly string[]): unknown[] {
  return names.map((name) => (values as Values)[name]);
}

/** Of a key of one column the value itself, of several an object of theirs. */
export function keyValues(
  table: string,
  columns: readonly string[],
  key: unknown,
): unknown[] {
  if (columns.length === 0) throw new TypeError(`${table} has no primary key`);
  return columns.length === 1 ? [key] : valuesOf(key as Values, columns);
}

export function zip(
  names: readonly string[],
  values: readonly unknown[],
): Values {
  return Object.fromEntries(names.map((name, index) => [name, values[index]]));
}

export function batchesOf(list: readonly object[]): Batch[] {
  const open = new Map<string, Batch>();
  const batches: Batch[] = [];
  list.forEach((row, position) => {
    const names = namesOf(row).sort();
    const shape = names.join("\0");
    let batch = open.get(shape);
    if (!batch || (batch.rows.length + 1) * names.length > MOST_VALUES) {
      batch = { names, rows: [], positions: [] };
      open.set(shape, batch);
      batches.push(batch);
    }
    batch.rows.push(row as Values);
    batch.positions.push(position);
  });
  return batches;
}

/** Rows of defaults take an INSERT each. */
export function isOneInsert(batches: readonly Batch[]): boolean {
  const [first, second] = batches;
  return !second && (first?.names.length !== 0 || first.rows.length === 1);
}

/** Any query with a WHERE, narrowed to rows whose columns have the values. */
export function whereEqual<Query extends { where(...args: any[]): Query }>(
  query: Query,
  names: readonly string[],
  values: readonly unknown[],
  table?: string,
): Query {
  return names.reduce(
    (narrowed, name, i) => narrowed.where(column(name, table), "=", values[i]),
    query,
  );
}

/** What DO UPDATE sets: the columns as the INSERT would have set them. */
export function excluded(names: readonly string[]): Values {
  return zip(
    names,
    names.map((name) => column(name, "excluded")),
  );
}
