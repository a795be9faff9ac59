// What callers write to pick and sort rows, and how it becomes a query.
import { sql } from "kysely";
import { column } from "./reference.js";

/** Conditions that must all hold. A plain object stands for operators, never for a value. */
export type Where<Row> = { readonly [K in keyof Row]?: Condition<Row[K]> };

export type Condition<T> = Plain<T> | Operators<T>;

type Plain<T> = T extends
  string | number | boolean | bigint | Date | Uint8Array | null
  ? T
  : never;

export interface Operators<T> {
  readonly eq?: T;
  readonly ne?: T;
  readonly gt?: NonNullable<T>;
  readonly gte?: NonNullable<T>;
  readonly lt?: NonNullable<T>;
  readonly lte?: NonNullable<T>;
  readonly in?: readonly NonNullable<T>[];
  readonly notIn?: readonly NonNullable<T>[];
  readonly like?: string;
  readonly notLike?: string;
}

/** The first column sorts first. NULL is larger than everything else. */
export type OrderBy<Row> = { readonly [K in keyof Row]?: Direction };
export type Direction = "asc" | "desc";

const comparisons = {
  eq: "=",
  ne: "<>",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
  like: "like",
  notLike: "not like",
  in: "in",
  notIn: "not in",
} as const;

type Comparison =
  (typeof comparisons)[keyof typeof comparisons] | "is null" | "is not null";

interface Term {
  readonly column: string;
  readonly comparison: Comparison;
  readonly values: readonly unknown[];
}

/** Conditions taken apart into their shape and their values. */
export class Filter {
  readonly terms: Term[] = [];
  /** No row can pass: a column would have to be in an empty list. */
  isEmpty = false;

  constructor(where: object | undefined) {
    if (where === undefined) return;
    for (const [name, condition] of Object.entries(where))
      this.#addCondition(name, condition);
  }

  get shape(): string {
    return this.terms
      .map((t) => `${t.column}\0${t.comparison}\0${t.values.length}`)
      .join("\0");
  }

  get values(): unknown[] {
    return this.terms.flatMap((term) => term.values);
  }

  /** Takes its values from the front of `values`. */
  apply<Query extends { where(condition: any): Query }>(
    query: Query,
    values: readonly unknown[],
  ): Query {
    let used = 0;
    for (const term of this.terms) {
      const own = values.slice(used, (used += term.values.length));
      query = query.where(condition(term, own));
    }
    return query;
  }

  #addCondition(name: string, condition: unknown): void {
    if (!isOperators(condition)) return this.add(name, "eq", condition);
    const operators = Object.entries(condition);
    if (operators.length === 0)
      throw new TypeError(`the condition on "${name}" has no operator`);
    for (const [operator, value] of operators) this.add(name, operator, value);
  }

  add(name: string, operator: string, value: unknown): void {
    if (!Object.hasOwn(comparisons, operator)) {
      throw new TypeError(`no operator "${operator}" for "${name}"`);
    }
    if (value === undefined)
      throw new TypeError(`the condition on "${name}" is undefined`);
    const comparison = comparisons[operator as keyof typeof comparisons];
    if (Array.isArray(value) && (operator === "in" || operator === "notIn")) {
      this.#addList(name, comparison, value);
    } else {
      this.terms.push(term(name, comparison, value));
    }
  }

  #addList(
    name: string,
    comparison: Comparison,
    list: readonly unknown[],
  ): void {
    if (list.length > 0)
      this.terms.push({ column: name, comparison, values: padded(list) });
    else if (comparison === "in") this.isEmpty = true;
  }
}

function isOperators(condition: unknown): condition is object {
  return (
    typeof condition === "object" &&
    condition !== null &&
    Object.getPrototypeOf(condition) === Object.prototype
  );
}

function term(name: string, comparison: Comparison, value: unknown): Term {
  if (value !== null) return { column: name, comparison, values: [value] };
  if (comparison !== "=" && comparison !== "<>")
    throw new TypeError(`"${name}" ${comparison} NULL holds for no row`);
  return {
    column: name,
    comparison: comparison === "=" ? "is null" : "is not null",
    values: [],
  };
}

function condition(
  { column: name, comparison }: Term,
  values: readonly unknown[],
) {
  const ref = column(name);
  if (comparison === "is null" || comparison === "is not null") {
    return sql<boolean>`${ref} ${sql.raw(comparison)}`;
  }
  const right = comparison.endsWith("in")
    ? sql`(${sql.join(values)})`
    : sql`${values[0]}`;
  return sql<boolean>`${ref} ${sql.raw(comparison)} ${right}`;
}

/** Long lists are filled up to a power of two with the last one, so that they share few shapes. */
export function padded<T>(list: readonly T[]): readonly T[] {
  if (list.length <= 8) return list;
  const length = 2 ** Math.ceil(Math.log2(list.length));
  return Array.from(
    { length },
    (_, index) => list[Math.min(index, list.length - 1)]!,
  );
}
