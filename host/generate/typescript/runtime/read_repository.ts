// What generated repositories of tables and views can do with rows but change
// them. They run real Kysely queries through the database they were given, so
// plugins and logging see them as any others.
import { sql, type Kysely, type Transaction } from "kysely";
import type { Database } from "../database.js";
import { Filter, type OrderBy, type Where } from "./filter.js";
import type { TableMetadata } from "./metadata.js";
import { shapeOf } from "./reference.js";
import { Sorting } from "./sorting.js";
import { Session, type Statements } from "./statements.js";
import { keyValues, whereEqual } from "./values.js";

export interface FindOptions<Row> {
  readonly where?: Where<Row>;
  readonly orderBy?: OrderBy<Row> | readonly OrderBy<Row>[];
  readonly limit?: number;
  readonly offset?: number;
}

export abstract class ReadRepository<Row extends object> {
  /** Generated classes have their own. */
  static readonly metadata: TableMetadata;
  readonly db: Kysely<any>;
  readonly metadata: TableMetadata;
  protected readonly session: Session;
  protected readonly statements: Statements;

  constructor(db: Kysely<Database>) {
    this.db = db;
    this.metadata = new.target.metadata;
    this.session = new Session(db);
    this.statements = this.session.statements(this.metadata.table);
  }

  /** The same repository inside a transaction. */
  withTransaction(transaction: Transaction<any>): this {
    const own = this.constructor as new (db: Kysely<any>) => this;
    return new own(transaction);
  }

  async findMany(options: FindOptions<Row> = {}): Promise<Row[]> {
    return this.#select(new Filter(options.where), options);
  }

  async count(where?: Where<Row>): Promise<number> {
    const filter = new Filter(where);
    if (filter.isEmpty) return 0;
    const { rows } = await this.statements.run(
      `count\0${filter.shape}`,
      filter.values,
      (db, v) =>
        filter.apply(
          db.selectFrom(this.metadata.table).select(sql`count(*)`.as("count")),
          v,
        ),
    );
    return Number(rows[0].count);
  }

  async exists(where?: Where<Row>): Promise<boolean> {
    const filter = new Filter(where);
    if (filter.isEmpty) return false;
    const { rows } = await this.statements.run(
      `exists\0${filter.shape}`,
      filter.values,
      (db, v) =>
        filter
          .apply(db.selectFrom(this.metadata.table).select(sql`1`.as("one")), v)
          .limit(sql.lit(1)),
    );
    return rows.length > 0;
  }

  /** For unique keys: of one column by its value, of several by an object. */
  protected async findOneBy(
    columns: readonly string[],
    key: unknown,
  ): Promise<Row | undefined> {
    const { table } = this.metadata;
    const { rows } = await this.statements.run(
      `find\0${shapeOf(columns)}`,
      keyValues(table, columns, key),
      (db, v) => whereEqual(db.selectFrom(table).selectAll(), columns, v),
    );
    return rows[0];
  }

  /** For columns that an index begins with. */
  protected async findManyBy(
    name: string,
    value: unknown,
    options: FindOptions<Row> = {},
  ): Promise<Row[]> {
    const filter = new Filter(options.where);
    filter.add(name, "eq", value);
    return this.#select(filter, options);
  }

  async #select(filter: Filter, options: FindOptions<Row>): Promise<Row[]> {
    if (filter.isEmpty) return [];
    const { limit, offset } = options;
    const sorting = new Sorting(this.metadata, options.orderBy, false);
    const values = filter.values;
    const window = [limit, offset].filter((each) => each !== undefined);
    const cut = `${limit !== undefined}\0${offset !== undefined}`;
    const shape = `select\0${cut}\0${filter.terms.length}\0${filter.shape}\0${sorting.shape}`;
    const { rows } = await this.statements.run(
      shape,
      [...values, ...window],
      (db, v) => {
        let query = sorting.apply(
          filter.apply(db.selectFrom(this.metadata.table).selectAll(), v),
        );
        const rest = v.slice(values.length);
        if (limit !== undefined) query = query.limit(rest.shift() as number);
        else if (offset !== undefined) query = query.limit(this.#unlimited());
        return offset === undefined
          ? query
          : query.offset(rest.shift() as number);
      },
    );
    return rows;
  }

  /** SQLite has no OFFSET without LIMIT. */
  #unlimited() {
    return this.metadata.engine === "sqlite" ? sql.lit(-1) : sql.lit(null);
  }
}
