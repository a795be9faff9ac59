// What the interface of a table means for its rows. As Kysely's types of the
// same names say, but worked out only where they are used: the compiler reads a
// thousand tables at half the price, and editors show the columns' comments.
import type { InsertType, SelectType, UpdateType } from "kysely";

/** A row as it is read. */
export type Selectable<Table> = { [K in keyof Table]: SelectType<Table[K]> };

/** A row to be written; columns that are nullable or have a default may be left out. */
export type Insertable<Table> = {
  [K in keyof Table as IfRequired<InsertType<Table[K]>, K>]: InsertType<
    Table[K]
  >;
} & {
  [K in keyof Table as IfOptional<InsertType<Table[K]>, K>]?: InsertType<
    Table[K]
  >;
};

/** What of a row is to be changed. */
export type Updateable<Table> = {
  [K in keyof Table as IfWritten<UpdateType<Table[K]>, K>]?:
    UpdateType<Table[K]> | undefined;
};

/** The name of a column, unless it is generated. */
type IfWritten<T, Name> = [T] extends [never] ? never : Name;
type IfRequired<T, Name> = [T] extends [NonNullable<T>]
  ? IfWritten<T, Name>
  : never;
type IfOptional<T, Name> = [T] extends [NonNullable<T>] ? never : Name;
