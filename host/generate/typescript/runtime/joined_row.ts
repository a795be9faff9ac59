// A row and, from the same query, the rows that it refers to and those that they
// refer to: one each at most, so that no join repeats a row. Not on SQLite, where
// a query more costs next to nothing, and a join is planned anew for each value.
import type { Kysely, SelectQueryBuilder } from "kysely";
import type { TableMetadata } from "./metadata.js";
import { column } from "./reference.js";
import {
  RelationLoader,
  loadTree,
  type Row,
  type Tree,
} from "./relation_loader.js";
import type { Session } from "./statements.js";
import { keyValues, whereEqual } from "./values.js";

/** PostgreSQL returns 1,664 at most, SQLite 2,000. */
const MOST_COLUMNS = 1000;
/** What joined tables are called, and what the names of their columns begin with. */
const JOINED = "$joined";

type Query = SelectQueryBuilder<any, any, any>;

/** The row with a primary key, with the relations of the tree. */
export async function findTree(
  session: Session,
  table: TableMetadata,
  key: unknown,
  tree: Tree,
): Promise<Row | undefined> {
  const joins = session.isBlind && table.engine === "postgres";
  const root = new JoinedRow(table, tree, joins ? MOST_COLUMNS : 0);
  const { rows } = await session
    .statements(table.table)
    .run(
      `tree${root.shape}`,
      keyValues(table.table, table.primaryKey, key),
      (db, values) =>
        whereEqual(root.from(db), table.primaryKey, values, root.name),
    );
  const row = rows[0] && root.read(rows[0]);
  if (row) await root.loadRest(session, row);
  return row;
}

/** A table of the query, and those that it joins. */
class JoinedRow {
  readonly name: string;
  readonly #table: TableMetadata;
  readonly #joins = new Map<RelationLoader, JoinedRow>();
  /** The relations that take queries of their own. */
  readonly #rest: Tree = new Map();

  /** `tables`: of the query so far. */
  constructor(
    table: TableMetadata,
    tree: Tree,
    most: number,
    tables: TableMetadata[] = [],
  ) {
    this.name = `${JOINED}${tables.push(table)}`;
    this.#table = table;
    for (const [name, below] of tree) {
      const loader = RelationLoader.of(table, name);
      const { isToMany, target } = loader;
      if (isToMany || widthOf([...tables, target]) > most)
        this.#rest.set(name, below);
      else this.#joins.set(loader, new JoinedRow(target, below, most, tables));
    }
  }

  /** Names the joins. */
  get shape(): string {
    const joins = Array.from(this.#joins);
    return joins
      .map(([{ name }, other]) => `\0${name}${other.shape}\0`)
      .join("");
  }

  from(db: Kysely<any>): Query {
    const source = `${this.#table.table} as ${this.name}`;
    return this.#join(db.selectFrom(source).selectAll(this.name));
  }

  #join(query: Query): Query {
    for (const [loader, other] of this.#joins) {
      query = query
        .leftJoin(`${other.#table.table} as ${other.name}`, (join) =>
          join.on(loader.matches(this.name, other.name)),
        )
        .select(
          other.#table.columns.map(({ name }, index) =>
            column(name, other.name).as(other.#alias(index)),
          ),
        );
      query = other.#join(query);
    }
    return query;
  }

  /** Names of tables and columns together can be too long. */
  #alias(index: number): string {
    return `${this.name}x${index}`;
  }

  /** Of the first table. */
  read(found: Row): Row {
    if (this.#joins.size === 0) return found;
    const own = Object.entries(found).filter(
      ([name]) => !name.startsWith(JOINED),
    );
    return this.#withJoined(Object.fromEntries(own), found);
  }

  /** Null where nothing is joined, which leaves the columns null that it joins by. */
  #read(found: Row, joinedBy: readonly string[]): Row | null {
    const own: Row = Object.fromEntries(
      this.#table.columns.map(({ name }, i) => [name, found[this.#alias(i)]]),
    );
    const isThere = joinedBy.every((name) => own[name] !== null);
    return isThere ? this.#withJoined(own, found) : null;
  }

  #withJoined(own: Row, found: Row): Row {
    for (const [loader, other] of this.#joins)
      loader.set(own, other.#read(found, loader.lookedUp));
    return own;
  }

  async loadRest(session: Session, own: Row): Promise<void> {
    await loadTree(session, this.#table, [own], this.#rest);
    for (const [{ name }, other] of this.#joins) {
      const joined = own[name] as Row | null;
      if (joined) await other.loadRest(session, joined);
    }
  }
}

function widthOf(tables: readonly TableMetadata[]): number {
  return tables.reduce((sum, { columns }) => sum + columns.length, 0);
}
