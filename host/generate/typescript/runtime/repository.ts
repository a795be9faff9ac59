// What every generated repository can do. It runs real Kysely queries through
// the database it was given, so plugins and logging see them as any others.
import { sql, type Kysely, type Transaction } from "kysely";
import { Filter, type OrderBy, type Where } from "./filter.js";
import type { TableMetadata } from "./metadata.js";
import { shapeOf } from "./reference.js";
import { loadTree, parsePaths } from "./relation_loader.js";
import type { PathOf, WithRelations } from "./relation_types.js";
import { Sorting, type Place } from "./sorting.js";
import { Session, type Statements } from "./statements.js";
import {
  batchesOf,
  excluded,
  isOneInsert,
  namesOf,
  valuesOf,
  whereEqual,
  zip,
  type Batch,
  type Values,
} from "./values.js";

export interface FindOptions<Row> {
  readonly where?: Where<Row>;
  readonly orderBy?: OrderBy<Row> | readonly OrderBy<Row>[];
  readonly limit?: number;
  readonly offset?: number;
}

export interface PageOptions<Row> {
  readonly where?: Where<Row>;
  readonly orderBy?: OrderBy<Row> | readonly OrderBy<Row>[];
  readonly limit: number;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
}

export interface Page<Row> {
  readonly rows: Row[];
  /** The cursor of the next page; undefined after the last one. */
  readonly next: string | undefined;
}

export abstract class BaseRepository<
  Row extends object,
  New extends object,
  Update extends object,
  Id,
  Relations,
> {
  readonly db: Kysely<any>;
  readonly metadata: TableMetadata;
  readonly #table: string;
  readonly #primaryKey: readonly string[];
  readonly #session: Session;
  readonly #statements: Statements;

  constructor(db: Kysely<any>, metadata: TableMetadata) {
    this.db = db;
    this.metadata = metadata;
    this.#table = metadata.table;
    this.#primaryKey = metadata.primaryKey;
    this.#session = new Session(db);
    this.#statements = this.#session.statements(metadata.table);
  }

  /** The same repository inside a transaction. */
  withTransaction(transaction: Transaction<any>): this {
    const own = this.constructor as new (db: Kysely<any>) => this;
    return new own(transaction);
  }

  findById(id: Id): Promise<Row | undefined> {
    return this.findOneBy(this.#primaryKey, id);
  }

  /** One query, and one more for each relation that the paths name. */
  async findWithRelations<Path extends string>(
    id: Id,
    paths: readonly PathOf<Relations, Path>[],
  ): Promise<WithRelations<Row, Relations, Path> | undefined> {
    return this.#session.onOneConnection(async (session) => {
      const statements = session.statements(this.#table);
      const row = await this.#findOne(statements, this.#primaryKey, id);
      if (row) await this.#loadTree(session, [row], paths);
      return row as WithRelations<Row, Relations, Path> | undefined;
    });
  }

  /** Sets the relations on rows that have been read before. */
  async loadRelations<Given extends Row, Path extends string>(
    rows: readonly Given[],
    paths: readonly PathOf<Relations, Path>[],
  ): Promise<WithRelations<Given, Relations, Path>[]> {
    await this.#session.onOneConnection((session) =>
      this.#loadTree(session, rows, paths),
    );
    return rows as unknown as WithRelations<Given, Relations, Path>[];
  }

  async findMany(options: FindOptions<Row> = {}): Promise<Row[]> {
    return this.#select(new Filter(options.where), options);
  }

  /** A page of rows in a total order, which rows that come and go meanwhile do not disturb. */
  async findPage({
    where,
    orderBy,
    limit,
    after,
  }: PageOptions<Row>): Promise<Page<Row>> {
    const filter = new Filter(where);
    const sorting = new Sorting(this.metadata, orderBy, true);
    const place = after === undefined ? undefined : sorting.place(after);
    const rows = filter.isEmpty
      ? []
      : await this.#selectPage(filter, sorting, place, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    rows.length = Math.min(rows.length, limit);
    const next = last && sorting.cursorOf(last);
    sorting.strip(rows);
    return { rows: rows as Row[], next };
  }

  async count(where?: Where<Row>): Promise<number> {
    const filter = new Filter(where);
    if (filter.isEmpty) return 0;
    const { rows } = await this.#statements.run(
      `count\0${filter.shape}`,
      filter.values,
      (db, v) =>
        filter.apply(
          db.selectFrom(this.#table).select(sql`count(*)`.as("count")),
          v,
        ),
    );
    return Number(rows[0].count);
  }

  async exists(where?: Where<Row>): Promise<boolean> {
    const filter = new Filter(where);
    if (filter.isEmpty) return false;
    const { rows } = await this.#statements.run(
      `exists\0${filter.shape}`,
      filter.values,
      (db, v) =>
        filter
          .apply(db.selectFrom(this.#table).select(sql`1`.as("one")), v)
          .limit(sql.lit(1)),
    );
    return rows.length > 0;
  }

  async create(values: New): Promise<Row> {
    const names = namesOf(values);
    const shape = `insert\0${shapeOf(names)}`;
    const { rows } = await this.#statements.run(
      shape,
      valuesOf(values, names),
      (db, v) => this.#insert(db, names, v).returningAll(),
    );
    return rows[0] ?? this.#noRow("INSERT");
  }

  /** All or none, in the order given; rows with the same columns go in one INSERT. */
  async createMany(list: readonly New[]): Promise<Row[]> {
    const batches = batchesOf(list);
    if (isOneInsert(batches) || this.db.isTransaction)
      return this.#createBatches(batches, list.length);
    return this.db.transaction().execute((trx) => {
      return this.withTransaction(trx).#createBatches(batches, list.length);
    });
  }

  /** The row as it is then; undefined where there is none of that id. */
  async update(id: Id, changes: Update): Promise<Row | undefined> {
    const names = namesOf(changes);
    if (names.length === 0) return this.findById(id);
    const values = [
      ...valuesOf(changes, names),
      ...this.#keyValues(this.#primaryKey, id),
    ];
    const { rows } = await this.#statements.run(
      `update\0${shapeOf(names)}`,
      values,
      (db, v) =>
        whereEqual(
          db.updateTable(this.#table),
          this.#primaryKey,
          v.slice(names.length),
        )
          .set(zip(names, v))
          .returningAll(),
    );
    return rows[0];
  }

  /** Whether there was such a row. */
  async delete(id: Id): Promise<boolean> {
    const values = this.#keyValues(this.#primaryKey, id);
    const { numAffectedRows } = await this.#statements.run(
      "delete",
      values,
      (db, v) => whereEqual(db.deleteFrom(this.#table), this.#primaryKey, v),
    );
    return numAffectedRows !== undefined && numAffectedRows > 0n;
  }

  /** For unique keys: of one column by its value, of several by an object. */
  protected findOneBy(
    columns: readonly string[],
    key: unknown,
  ): Promise<Row | undefined> {
    return this.#findOne(this.#statements, columns, key);
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

  /** Inserts, or updates the row that has the key already. */
  protected async upsertOn(
    columns: readonly string[],
    values: New,
  ): Promise<Row> {
    const names = namesOf(values);
    const kept = [...columns, ...this.#primaryKey];
    const changed = names.filter((name) => !kept.includes(name));
    const shape = `upsert\0${columns.length}\0${shapeOf(columns)}\0${shapeOf(names)}`;
    const { rows } = await this.#statements.run(
      shape,
      valuesOf(values, names),
      (db, v) =>
        this.#insert(db, names, v)
          .onConflict((conflict) =>
            conflict
              .columns([...columns])
              .doUpdateSet(excluded(changed.length > 0 ? changed : columns)),
          )
          .returningAll(),
    );
    return rows[0] ?? this.#noRow("INSERT");
  }

  async #findOne(
    statements: Statements,
    columns: readonly string[],
    key: unknown,
  ): Promise<Row | undefined> {
    const { rows } = await statements.run(
      `find\0${shapeOf(columns)}`,
      this.#keyValues(columns, key),
      (db, v) => whereEqual(db.selectFrom(this.#table).selectAll(), columns, v),
    );
    return rows[0];
  }

  #loadTree(session: Session, rows: readonly Row[], paths: readonly string[]) {
    const records = rows as readonly Record<string, unknown>[];
    return loadTree(session, this.metadata, records, parsePaths(paths));
  }

  async #select(filter: Filter, options: FindOptions<Row>): Promise<Row[]> {
    if (filter.isEmpty) return [];
    const { limit, offset } = options;
    const sorting = new Sorting(this.metadata, options.orderBy, false);
    const values = filter.values;
    const window = [limit, offset].filter((each) => each !== undefined);
    const cut = `${limit !== undefined}\0${offset !== undefined}`;
    const shape = `select\0${cut}\0${filter.terms.length}\0${filter.shape}\0${sorting.shape}`;
    const { rows } = await this.#statements.run(
      shape,
      [...values, ...window],
      (db, v) => {
        let query = sorting.apply(
          filter.apply(db.selectFrom(this.#table).selectAll(), v),
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

  async #selectPage(
    filter: Filter,
    sorting: Sorting,
    place: Place | undefined,
    limit: number,
  ) {
    const first = filter.values;
    const values = [...first, ...(place?.values ?? []), limit];
    const shape = `page\0${filter.terms.length}\0${filter.shape}\0${sorting.shape}\0${place?.shape}`;
    const { rows } = await this.#statements.run(shape, values, (db, v) => {
      let query = filter.apply(db.selectFrom(this.#table).selectAll(), v);
      if (place) query = place.apply(query, v.slice(first.length, -1));
      return sorting
        .selectCursor(sorting.apply(query))
        .limit(v.at(-1) as number);
    });
    return rows as Record<string, unknown>[];
  }

  async #createBatches(
    batches: readonly Batch[],
    length: number,
  ): Promise<Row[]> {
    const created = new Array<Row>(length);
    for (const { names, rows, positions } of batches) {
      const inserted = await this.#createBatch(names, rows);
      positions.forEach(
        (position, i) =>
          (created[position] = inserted[i] ?? this.#noRow("INSERT")),
      );
    }
    return created;
  }

  async #createBatch(
    names: readonly string[],
    batch: readonly Values[],
  ): Promise<Row[]> {
    if (names.length === 0) return this.#createDefaults(batch.length);
    const list = batch.map((row) => zip(names, valuesOf(row, names)));
    return this.db
      .insertInto(this.#table)
      .values(list)
      .returningAll()
      .execute() as Promise<Row[]>;
  }

  async #createDefaults(count: number): Promise<Row[]> {
    const rows: Row[] = [];
    while (rows.length < count) rows.push(await this.create({} as New));
    return rows;
  }

  #insert(
    db: Kysely<any>,
    names: readonly string[],
    values: readonly unknown[],
  ) {
    const insert = db.insertInto(this.#table);
    return names.length === 0
      ? insert.defaultValues()
      : insert.values(zip(names, values));
  }

  #keyValues(columns: readonly string[], key: unknown): unknown[] {
    if (columns.length === 0)
      throw new TypeError(`${this.#table} has no primary key`);
    if (columns.length === 1) return [key];
    return columns.map((name) => (key as Values)[name]);
  }

  #noRow(statement: string): never {
    throw new Error(`${statement} into ${this.#table} returned no row`);
  }
}
