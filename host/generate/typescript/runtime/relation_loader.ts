// Loads the relations of rows: one query for each relation of each level,
// whatever the number of rows.
import { sql, type Kysely, type RawBuilder } from "kysely";
import { padded } from "./filter.js";
import type { RelationMetadata, TableMetadata } from "./metadata.js";
import { column, shapeOf } from "./reference.js";
import { Statements } from "./statements.js";

type Row = Record<string, unknown>;
/** Relations by name, each with those to load on its rows. */
type Tree = Map<string, Tree>;

/** SQLite takes 32,766 parameters, and a list is filled up to a power of two. */
const MOST_PARAMETERS = 16384;
const TARGET = "target";
const THROUGH = "through";

/** What the columns of a join table are called in the rows that it leads to. */
const joinName = (index: number): string => `$through${index}`;

export function parsePaths(paths: readonly string[]): Tree {
  const tree: Tree = new Map();
  for (const path of paths) {
    let level = tree;
    for (const name of path.split(".")) {
      if (!level.has(name)) level.set(name, new Map());
      level = level.get(name)!;
    }
  }
  return tree;
}

export async function loadTree(
  db: Kysely<any>,
  table: TableMetadata,
  rows: readonly Row[],
  tree: Tree,
) {
  for (const [name, below] of tree) {
    const relation = table.relations.find((each) => each.name === name);
    if (!relation)
      throw new TypeError(`${table.table} has no relation "${name}"`);
    const loaded = await new RelationLoader(db, table, relation).load(rows);
    if (below.size > 0) await loadTree(db, relation.target(), loaded, below);
  }
}

class RelationLoader {
  readonly #db: Kysely<any>;
  readonly #table: TableMetadata;
  readonly #relation: RelationMetadata;
  /** The columns that the rows are looked up by: of the other side or of the join table. */
  readonly #lookedUp: readonly string[];
  /** The properties of the loaded rows that hold them. */
  readonly #carriers: readonly string[];

  constructor(
    db: Kysely<any>,
    table: TableMetadata,
    relation: RelationMetadata,
  ) {
    this.#db = db;
    this.#table = table;
    this.#relation = relation;
    const { through } = relation;
    this.#lookedUp = through ? through.columns : relation.referencedColumns;
    this.#carriers = through
      ? through.columns.map((_, i) => joinName(i))
      : this.#lookedUp;
  }

  /** Sets the relation on each row; returns all rows that were loaded. */
  async load(rows: readonly Row[]): Promise<Row[]> {
    const byKey = this.#begin(rows);
    const loaded = await this.#fetch(
      [...byKey.values()].map(([first]) => this.#keyOf(first!)),
    );
    for (const row of loaded) this.#attach(row, byKey);
    this.#checkRequired(rows);
    return loaded;
  }

  /** Empties the relation, and puts together the rows that share a key. */
  #begin(rows: readonly Row[]): Map<string, Row[]> {
    const { name, columns, kind } = this.#relation;
    const isMany = kind === "one-to-many" || kind === "many-to-many";
    const byKey = new Map<string, Row[]>();
    for (const row of rows) {
      row[name] = isMany ? [] : null;
      const key = textOf(row, columns);
      if (key === undefined) continue;
      const sharers = byKey.get(key);
      if (sharers) sharers.push(row);
      else byKey.set(key, [row]);
    }
    return byKey;
  }

  #keyOf(row: Row): unknown[] {
    return this.#relation.columns.map((name) => row[name]);
  }

  async #fetch(keys: readonly unknown[][]): Promise<Row[]> {
    const most =
      MOST_PARAMETERS / 2 ** Math.ceil(Math.log2(this.#lookedUp.length));
    const loaded: Row[] = [];
    for (let from = 0; from < keys.length; from += most) {
      const result = await this.#fetchSome(
        padded(keys.slice(from, from + most)),
      );
      if (loaded.length === 0 && from + most >= keys.length) return result;
      for (const row of result) loaded.push(row);
    }
    return loaded;
  }

  async #fetchSome(keys: readonly unknown[][]): Promise<Row[]> {
    const target = this.#relation.target().table;
    const through = this.#relation.through;
    const statements = new Statements(this.#db, this.#table.table);
    const shape = `load\0${this.#relation.name}\0${keys.length}`;
    const { rows } = await statements.run(shape, keys.flat(), (db, values) => {
      const query = db.selectFrom(`${target} as ${TARGET}`).selectAll(TARGET);
      if (!through) return query.where(this.#isAmong(TARGET, values));
      return query
        .innerJoin(`${through.table} as ${THROUGH}`, (join) =>
          join.on(
            sql<boolean>`${sql.join(this.#pairs(through.referencedColumns), sql` and `)}`,
          ),
        )
        .select(
          through.columns.map((name, i) =>
            column(name, THROUGH).as(joinName(i)),
          ),
        )
        .where(this.#isAmong(THROUGH, values));
    });
    return rows;
  }

  #pairs(joined: readonly string[]): RawBuilder<unknown>[] {
    const other = this.#relation.referencedColumns;
    return joined.map(
      (name, i) => sql`${column(name, THROUGH)} = ${column(other[i]!, TARGET)}`,
    );
  }

  #isAmong(table: string, values: readonly unknown[]): RawBuilder<boolean> {
    const columns = this.#lookedUp.map((name) => column(name, table));
    const width = columns.length;
    if (width === 1) return sql`${columns[0]} in (${sql.join(values)})`;
    const tuples = Array.from(
      { length: values.length / width },
      (_, index) =>
        sql`(${sql.join(values.slice(index * width, (index + 1) * width))})`,
    );
    const isSqlite = this.#table.engine === "sqlite";
    return sql`(${sql.join(columns)}) in (${isSqlite ? sql`values ` : sql``}${sql.join(tuples)})`;
  }

  #attach(row: Row, byKey: Map<string, Row[]>): void {
    const key = textOf(row, this.#carriers);
    const owners = key === undefined ? undefined : byKey.get(key);
    if (!owners) throw this.#unmatched();
    if (this.#relation.through)
      for (const name of this.#carriers) delete row[name];
    const name = this.#relation.name;
    for (const owner of owners) {
      if (Array.isArray(owner[name])) owner[name].push(row);
      else owner[name] = row;
    }
  }

  #checkRequired(rows: readonly Row[]): void {
    const { name, kind, optional } = this.#relation;
    if (optional || kind === "one-to-many" || kind === "many-to-many") return;
    if (!rows.some((row) => row[name] === null)) return;
    throw new Error(
      `${this.#table.table}.${name}: a row refers to one that is not there (any more)`,
    );
  }

  #unmatched(): Error {
    return new Error(
      `${this.#table.table}.${this.#relation.name}: a key of ${shapeOf(this.#lookedUp)} equals one ` +
        "that it was looked up by for the database, but not as text",
    );
  }
}

/** A key as text, since a driver may return one side as number and the other as string. */
function textOf(row: Row, names: readonly string[]): string | undefined {
  if (names.length === 1) return textOfValue(row[names[0]!]);
  const texts = names.map((name) => textOfValue(row[name]));
  return texts.includes(undefined) ? undefined : JSON.stringify(texts);
}

function textOfValue(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return String(value.getTime());
  return Buffer.isBuffer(value) ? value.toString("hex") : String(value);
}
