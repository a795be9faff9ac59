// What generated repositories of tables and views can do where the database
// takes rows: whatever needs no primary key.
import type { Kysely } from "kysely";
import { Filter, type Where } from "./filter.js";
import { ReadRepository } from "./read_repository.js";
import { shapeOf } from "./reference.js";
import {
  batchesOf,
  isOneInsert,
  namesOf,
  valuesOf,
  zip,
  type Batch,
  type Values,
} from "./values.js";

export abstract class WriteRepository<
  Row extends object,
  New extends object,
  Update extends object,
> extends ReadRepository<Row> {
  async create(values: New): Promise<Row> {
    const names = namesOf(values);
    const shape = `insert\0${shapeOf(names)}`;
    const { rows } = await this.statements.run(
      shape,
      valuesOf(values, names),
      (db, v) => insertInto(db, this.metadata.table, names, v).returningAll(),
    );
    return rows[0] ?? noRow(this.metadata.table);
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

  /** Changes all rows that pass, with `{}` every row, and returns how many that were. */
  async updateMany(where: Where<Row>, changes: Update): Promise<number> {
    const filter = new Filter(where);
    const names = namesOf(changes);
    if (filter.isEmpty || names.length === 0) return 0;
    const { numAffectedRows } = await this.statements.run(
      `update many\0${names.length}\0${shapeOf(names)}\0${filter.shape}`,
      [...valuesOf(changes, names), ...filter.values],
      (db, v) =>
        filter.apply(
          db.updateTable(this.metadata.table).set(zip(names, v)),
          v.slice(names.length),
        ),
    );
    return Number(numAffectedRows ?? 0);
  }

  /** Deletes all rows that pass, with `{}` every row, and returns how many that were. */
  async deleteMany(where: Where<Row>): Promise<number> {
    const filter = new Filter(where);
    if (filter.isEmpty) return 0;
    const { numAffectedRows } = await this.statements.run(
      `delete many\0${filter.shape}`,
      filter.values,
      (db, v) => filter.apply(db.deleteFrom(this.metadata.table), v),
    );
    return Number(numAffectedRows ?? 0);
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
          (created[position] = inserted[i] ?? noRow(this.metadata.table)),
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
      .insertInto(this.metadata.table)
      .values(list)
      .returningAll()
      .execute() as Promise<Row[]>;
  }

  async #createDefaults(count: number): Promise<Row[]> {
    const rows: Row[] = [];
    while (rows.length < count) rows.push(await this.create({} as New));
    return rows;
  }
}

export function insertInto(
  db: Kysely<any>,
  table: string,
  names: readonly string[],
  values: readonly unknown[],
) {
  const insert = db.insertInto(table);
  return names.length === 0
    ? insert.defaultValues()
    : insert.values(zip(names, values));
}

export function noRow(table: string): never {
  throw new Error(`INSERT into ${table} returned no row`);
}
