// What the runtime knows of a table: JSON that the generator wrote, which costs
// the compiler less than literals, and what stands in other files.
// `JSON.stringify` prints all of it but the references to other tables. Names
// are those of the rows' properties, as Kysely takes them.

export interface TableMetadata<Row = any, Relations = any> {
  /** For the compiler; there is none at run time. */
  readonly types?: { row: Row; relations: Relations };
  readonly engine: "postgres" | "sqlite";
  readonly schema: string;
  /** The key of the table in the Database interface. */
  readonly table: string;
  /** "table", "view", "partitioned table" and the like. */
  readonly kind: string;
  readonly comment?: string;
  /** Names are as Kysely's CamelCasePlugin turns them, with these options. */
  readonly camelCase?: CamelCaseOptions;
  readonly columns: readonly ColumnMetadata[];
  /** Empty where the table has none. */
  readonly primaryKey: readonly string[];
  /** Columns of each other unique key. */
  readonly uniqueKeys: readonly (readonly string[])[];
  readonly constraints: readonly ConstraintMetadata[];
  /** What of the CHECKs is checked before a row is written. */
  readonly checks: readonly Check[];
  readonly relations: readonly RelationMetadata[];
}

export interface CamelCaseOptions {
  readonly underscoreBeforeDigits?: true;
  readonly underscoreBetweenUppercaseLetters?: true;
}

/** What the driver returns for a column, leaving NULL aside. */
export type ValueKind =
  "boolean" | "number" | "string" | "Date" | "Buffer" | "other";

export interface ColumnMetadata {
  readonly name: string;
  /** The property of the entity, where it cannot be called like the column. */
  readonly property?: string;
  /** As declared in the database. */
  readonly type: string;
  readonly value: ValueKind;
  readonly nullable?: true;
  /** An INSERT may leave it out, though it is not nullable. */
  readonly hasDefault?: true;
  /** The expression of the default, as the database prints it. */
  readonly default?: string;
  readonly identity?: "always" | "by default";
  /** Neither INSERT nor UPDATE may name it. */
  readonly generated?: true;
  /** What a generated column is computed from, as the database prints it. */
  readonly expression?: string;
  /** A generated column that is computed when it is read. */
  readonly virtual?: true;
  readonly comment?: string;
  /** Characters that fit in. */
  readonly maxLength?: number;
  /** Digits that fit in, those after the decimal point included. */
  readonly precision?: number;
  /** Digits after the decimal point. */
  readonly scale?: number;
  /** Of a type of whole numbers. */
  readonly bits?: 16 | 32 | 64;
  /** The labels of an enum. */
  readonly values?: readonly string[];
}

/** A constraint as it is declared, for an entity manifest. */
export interface ConstraintMetadata {
  readonly kind: "primary key" | "unique" | "check" | "foreign key";
  readonly name?: string;
  /** Null stands for the row as a whole, which a CHECK may read. */
  readonly columns: readonly (string | null)[];
  /** Of a CHECK, as the database prints it. */
  readonly definition?: string;
  readonly referencedSchema?: string;
  readonly referencedTable?: string;
  readonly referencedColumns?: readonly string[];
  /** Where it is not "no action". */
  readonly onUpdate?: ReferentialAction;
  readonly onDelete?: ReferentialAction;
}

export type ReferentialAction =
  "cascade" | "restrict" | "set default" | "set null";

/** A CHECK that one column decides; NULL passes it. */
export interface Check {
  readonly column: string;
  readonly op: "=" | "<>" | "<" | "<=" | ">" | ">=" | "in" | "like";
  readonly value: Literal | readonly Literal[];
  /** What is compared is the number of characters. */
  readonly of?: "length";
}

export type Literal = string | number;

/** Where a foreign key leads, seen from one of its sides. */
export interface RelationMetadata {
  readonly name: string;
  readonly kind: "one-to-one" | "one-to-many" | "many-to-one" | "many-to-many";
  /** The columns of this side, which pair with those of the other side. */
  readonly columns: readonly string[];
  readonly referencedTable: string;
  readonly referencedColumns: readonly string[];
  /** The foreign key is this side's. */
  readonly foreignKey?: true;
  /** A one-to-one or many-to-one that may lead nowhere. */
  readonly optional?: true;
  readonly through?: JoinTable;
  /** Late, since tables refer to each other in circles. */
  readonly target: () => TableMetadata;
}

/** The join table of a many-to-many. */
export interface JoinTable {
  readonly table: string;
  /** Pairs with the relation's columns. */
  readonly columns: readonly string[];
  /** Pairs with the relation's referencedColumns. */
  readonly referencedColumns: readonly string[];
}

/** The metadata as JSON, with what stands in other files in its place. */
export function tableMetadata(
  text: TemplateStringsArray,
  ...elsewhere: readonly unknown[]
): TableMetadata {
  const json = String.raw(text, ...elsewhere.keys());
  return JSON.parse(json, (name, value) =>
    name === "target" || name === "values" ? elsewhere[value] : value,
  );
}
