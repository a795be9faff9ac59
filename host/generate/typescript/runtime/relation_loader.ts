// Loads the relations of rows: one query for each relation of each level,
// whatever the number of rows.
import { sql, type Kysely, type RawBuilder } from "kysely";
import { padded } from "./filter.js";
import type { RelationMetadata, TableMetadata } from "./metadata.js";
import { column, shapeOf } from "./reference.js";
import type { Session } from "./statements.js";

export type Row = Record<string, unknown>;
/** Relations by name, each with those to load on its rows. */
export type Tree = Map<string, Tree>;

/** SQLite takes 32,766 parameters, and long lists are filled up to a power of two. */
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
  session: Session,
  table: TableMetadata,
  rows: readonly Row[],
  tree: Tree,
): Promise<void> {
  for (const [name, below] of tree) {
    const loader = RelationLoader.of(table, name);
    const loaded = await loader.load(session, rows);
    if (below.size > 0) await loadTree(session, loader.target, loaded, below);
  }
}

/** The rows that share a key. */
interface Owners {
  readonly key: readonly unknown[];
  readonly rows: Row[];
}

export class RelationLoader {
  static readonly #known = new WeakMap<RelationMetadata, RelationLoader>();

  static of(table: TableMetadata, name: string): RelationLoader {
    const relation = table.relations.find((each) => each.name === name);
    if (!relation)
      throw new TypeError(`${table.table} has no relation "${name}"`);
    let loader = this.#known.get(relation);
    if (!loader)
      this.#known.set(relation, (loader = new RelationLoader(table, relation)));
    return loader;
  }

  readonly #table: TableMetadata;
  readonly #relation: RelationMetadata;
  readonly isToMany: boolean;
  /** The columns that the rows are looked up by: of the other side or of the join table. */
  readonly lookedUp: readonly string[];
  readonly #shape: string;

  private constructor(table: TableMetadata, relation: RelationMetadata) {
    this.#table = table;
    this.#relation = relation;
    this.isToMany =
      relation.kind === "one-to-many" || relation.kind === "many-to-many";
    this.lookedUp = relation.through?.columns ?? relation.referencedColumns;
    this.#shape = `load\0${relation.name}`;
  }

  get name(): string {
    return this.#relation.name;
  }

  get target(): TableMetadata {
    return this.#relation.target();
  }

  /** Sets the relation on each row; returns all rows that were loaded. */
  async load(session: Session, rows: readonly Row[]): Promise<Row[]> {
    const [only] = rows;
    const loaded =
      only && rows.length === 1
        ? await this.#loadForOne(session, only)
        : await this.#loadForMany(session, rows);
    this.#checkRequired(rows);
    return loaded;
  }

  /** Of a relation to one row, which may be missing. */
  set(row: Row, found: Row | null): void {
    row[this.name] = found;
    this.#checkRequired([row]);
  }

  /** That a row of one table of a query has its relation to one of another. */
  matches(table: string, target: string): RawBuilder<boolean> {
    const { columns, referencedColumns } = this.#relation;
    return pairs(columns, table, referencedColumns, target);
  }

  async #loadForOne(session: Session, row: Row): Promise<Row[]> {
    const { name, columns } = this.#relation;
    const key = columns.map((each) => row[each]);
    const loaded = key.includes(null)
      ? []
      : await this.#fetchSome(session, [key], false);
    row[name] = this.isToMany ? loaded : (loaded[0] ?? null);
    return loaded;
  }

  async #loadForMany(session: Session, rows: readonly Row[]): Promise<Row[]> {
    const byKey = this.#begin(rows);
    const keys = Array.from(byKey.values(), ({ key }) => key);
    const loaded = await this.#fetch(session, keys);
    const [only] = keys.length === 1 ? byKey.values() : [];
    for (const row of loaded) {
      for (const owner of (only ?? this.#ownersOf(row, byKey)).rows)
        this.#add(owner, row);
    }
    return loaded;
  }

  /** Empties the relation, and puts together the rows that share a key. */
  #begin(rows: readonly Row[]): Map<string, Owners> {
    const { name, columns } = this.#relation;
    const byKey = new Map<string, Owners>();
    for (const row of rows) {
      row[name] = this.isToMany ? [] : null;
      const text = textOf(row, columns);
      if (text === undefined) continue;
      const owners = byKey.get(text);
      if (owners) owners.rows.push(row);
      else
        byKey.set(text, { key: columns.map((each) => row[each]), rows: [row] });
    }
    return byKey;
  }

  async #fetch(
    session: Session,
    keys: readonly (readonly unknown[])[],
  ): Promise<Row[]> {
    const most =
      MOST_PARAMETERS / 2 ** Math.ceil(Math.log2(this.lookedUp.length));
    const carriesKey = keys.length > 1;
    if (keys.length <= most)
      return keys.length === 0
        ? []
        : this.#fetchSome(session, padded(keys), carriesKey);
    const loaded: Row[] = [];
    for (let from = 0; from < keys.length; from += most) {
      const some = await this.#fetchSome(
        session,
        padded(keys.slice(from, from + most)),
        carriesKey,
      );
      for (const row of some) loaded.push(row);
    }
    return loaded;
  }

  /** `carriesKey`: the rows have to say by which of several keys they were found. */
  async #fetchSome(
    session: Session,
    keys: readonly (readonly unknown[])[],
    carriesKey: boolean,
  ): Promise<Row[]> {
    const statements = session.statements(this.#table.table);
    const shape = `${this.#shape}\0${keys.length}\0${carriesKey}`;
    const { rows } = await statements.run(shape, keys.flat(), (db, values) =>
      this.#query(db, values, carriesKey),
    );
    return rows;
  }

  #query(db: Kysely<any>, values: readonly unknown[], carriesKey: boolean) {
    const { through } = this.#relation;
    const target = this.#relation.target().table;
    const query = db.selectFrom(`${target} as ${TARGET}`).selectAll(TARGET);
    if (!through) return query.where(this.#isAmong(TARGET, values));
    const joined = query
      .innerJoin(`${through.table} as ${THROUGH}`, (join) =>
        join.on(
          pairs(
            through.referencedColumns,
            THROUGH,
            this.#relation.referencedColumns,
            TARGET,
          ),
        ),
      )
      .where(this.#isAmong(THROUGH, values));
    if (!carriesKey) return joined;
    return joined.select(
      through.columns.map((name, i) => column(name, THROUGH).as(joinName(i))),
    );
  }

  #isAmong(table: string, values: readonly unknown[]): RawBuilder<boolean> {
    const columns = this.lookedUp.map((name) => column(name, table));
    const width = columns.length;
    if (width === values.length) {
      const pairs = columns.map(
        (each, index) => sql`${each} = ${values[index]}`,
      );
      return sql<boolean>`${sql.join(pairs, sql` and `)}`;
    }
    if (width === 1) return sql`${columns[0]} in (${sql.join(values)})`;
    const tuples = Array.from(
      { length: values.length / width },
      (_, index) =>
        sql`(${sql.join(values.slice(index * width, (index + 1) * width))})`,
    );
    const isSqlite = this.#table.engine === "sqlite";
    return sql`(${sql.join(columns)}) in (${isSqlite ? sql`values ` : sql``}${sql.join(tuples)})`;
  }

  #ownersOf(row: Row, byKey: Map<string, Owners>): Owners {
    const { through } = this.#relation;
    const carriers = through
      ? through.columns.map((_, i) => joinName(i))
      : this.lookedUp;
    const owners = byKey.get(textOf(row, carriers) ?? "");
    if (!owners) throw this.#unmatched();
    if (through) for (const name of carriers) delete row[name];
    return owners;
  }

  #add(owner: Row, row: Row): void {
    const { name } = this.#relation;
    if (Array.isArray(owner[name])) owner[name].push(row);
    else owner[name] = row;
  }

  #checkRequired(rows: readonly Row[]): void {
    const { name, optional } = this.#relation;
    if (optional || this.isToMany || !rows.some((row) => row[name] === null)) {
      return;
    }
    throw new Error(
      `${this.#table.table}.${name}: a row refers to one that is not there (any more)`,
    );
  }

  #unmatched(): Error {
    return new Error(
      `${this.#table.table}.${this.#relation.name}: a key of ${shapeOf(this.lookedUp)} equals one ` +
        "that it was looked up by for the database, but not as text",
    );
  }
}

/** That each column of one table equals that of the other. */
function pairs(
  columns: readonly string[],
  table: string,
  others: readonly string[],
  other: string,
): RawBuilder<boolean> {
  const equal = columns.map(
    (name, i) => sql`${column(name, table)} = ${column(others[i]!, other)}`,
  );
  return sql<boolean>`${sql.join(equal, sql` and `)}`;
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
