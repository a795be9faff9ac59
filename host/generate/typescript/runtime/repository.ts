// What every generated repository of a table can do, and all that needs its
// primary key.
import { Filter, type OrderBy, type Where } from "./filter.js";
import { findTree } from "./joined_row.js";
import { shapeOf } from "./reference.js";
import { loadTree, parsePaths } from "./relation_loader.js";
import type { PathOf, WithRelations } from "./relation_types.js";
import { Sorting, type Place } from "./sorting.js";
import {
  excluded,
  keyValues,
  namesOf,
  valuesOf,
  whereEqual,
  zip,
} from "./values.js";
import { WriteRepository, insertInto, noRow } from "./write_repository.js";

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
> extends WriteRepository<Row, New, Update> {
  get #primaryKey(): readonly string[] {
    return this.metadata.primaryKey;
  }

  findById(id: Id): Promise<Row | undefined> {
    return this.findOneBy(this.#primaryKey, id);
  }

  /** One query for the row and those that it refers to, and one for each other relation. */
  async findWithRelations<Path extends string>(
    id: Id,
    paths: readonly PathOf<Relations, Path>[],
  ): Promise<WithRelations<Row, Relations, Path> | undefined> {
    const row = await this.session.onOneConnection((session) =>
      findTree(session, this.metadata, id, parsePaths(paths)),
    );
    return row as WithRelations<Row, Relations, Path> | undefined;
  }

  /** Sets the relations on rows that have been read before. */
  async loadRelations<Given extends Row, Path extends string>(
    rows: readonly Given[],
    paths: readonly PathOf<Relations, Path>[],
  ): Promise<WithRelations<Given, Relations, Path>[]> {
    const records = rows as readonly Record<string, unknown>[];
    await this.session.onOneConnection((session) =>
      loadTree(session, this.metadata, records, parsePaths(paths)),
    );
    return rows as unknown as WithRelations<Given, Relations, Path>[];
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

  /** The row as it is then; undefined where there is none of that id. */
  async update(id: Id, changes: Update): Promise<Row | undefined> {
    const names = namesOf(changes);
    if (names.length === 0) return this.findById(id);
    const values = [
      ...valuesOf(changes, names),
      ...keyValues(this.metadata.table, this.#primaryKey, id),
    ];
    const { rows } = await this.statements.run(
      `update\0${shapeOf(names)}`,
      values,
      (db, v) =>
        whereEqual(
          db.updateTable(this.metadata.table),
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
    const values = keyValues(this.metadata.table, this.#primaryKey, id);
    const { numAffectedRows } = await this.statements.run(
      "delete",
      values,
      (db, v) =>
        whereEqual(db.deleteFrom(this.metadata.table), this.#primaryKey, v),
    );
    return numAffectedRows !== undefined && numAffectedRows > 0n;
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
    const { rows } = await this.statements.run(
      shape,
      valuesOf(values, names),
      (db, v) =>
        insertInto(db, this.metadata.table, names, v)
          .onConflict((conflict) =>
            conflict
              .columns([...columns])
              .doUpdateSet(excluded(changed.length > 0 ? changed : columns)),
          )
          .returningAll(),
    );
    return rows[0] ?? noRow(this.metadata.table);
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
    const { rows } = await this.statements.run(shape, values, (db, v) => {
      let query = filter.apply(
        db.selectFrom(this.metadata.table).selectAll(),
        v,
      );
      if (place) query = place.apply(query, v.slice(first.length, -1));
      return sorting
        .selectCursor(sorting.apply(query))
        .limit(v.at(-1) as number);
    });
    return rows as Record<string, unknown>[];
  }
}
