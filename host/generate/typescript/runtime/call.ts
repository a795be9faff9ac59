// Calls of the database's routines, as expressions of Kysely.
import { sql, type Expression, type RawBuilder } from "kysely";

/** A value, or an expression that has it. */
export type Given<T> = T | Expression<T>;

/** The name of an argument, if it has one, its type if it has just one, and what is given for it. */
export type Argument = readonly [
  name: string,
  type: string,
  value: unknown,
  mode?: "variadic",
];

/** An argument that is undefined is left out: it has a default. */
export function call<T>(
  schema: string,
  name: string,
  args: readonly Argument[],
): RawBuilder<T> {
  let isNamed = false;
  const given: RawBuilder<unknown>[] = [];
  for (const argument of args) {
    if (argument[2] === undefined) isNamed = true;
    else given.push(expression(argument, isNamed));
  }
  return sql<T>`${sql.id(schema, name)}(${sql.join(given)})`;
}

export function callProcedure<T>(
  schema: string,
  name: string,
  args: readonly Argument[],
): RawBuilder<T> {
  return sql<T>`call ${call(schema, name, args)}`;
}

function expression(
  [name, type, value, mode]: Argument,
  isNamed: boolean,
): RawBuilder<unknown> {
  const typed = type === "" ? sql`${value}` : sql`(${value})::${sql.raw(type)}`;
  const named = isNamed ? sql`${sql.id(name)} => ${typed}` : typed;
  return mode === "variadic" ? sql`variadic ${named}` : named;
}
