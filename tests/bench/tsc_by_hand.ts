// A table through a repository as people write it for the types of kysely-codegen; `tsc` puts the names of ten tables in.
import type { Insertable, Kysely, Updateable } from "kysely";
import type { DB, TableName } from "./db/db.js";

class TableNameRepository {
  readonly db: Kysely<DB>;

  constructor(db: Kysely<DB>) {
    this.db = db;
  }

  findById(id: string) {
    return this.db.selectFrom("table_name").selectAll().where("id", "=", id).executeTakeFirst();
  }

  findMany(quantity: number, limit: number) {
    return this.db.selectFrom("table_name").selectAll().where("quantity", ">=", quantity).orderBy("name").limit(limit).execute();
  }

  create(values: Insertable<TableName>) {
    return this.db.insertInto("table_name").values(values).returningAll().executeTakeFirstOrThrow();
  }

  update(id: string, changes: Updateable<TableName>) {
    return this.db.updateTable("table_name").set(changes).where("id", "=", id).returningAll().executeTakeFirst();
  }

  async delete(id: string) {
    const { numDeletedRows } = await this.db.deleteFrom("table_name").where("id", "=", id).executeTakeFirst();
    return numDeletedRows > 0n;
  }

  async count(quantity: number) {
    const query = this.db.selectFrom("table_name").select((e) => e.fn.countAll().as("count"));
    return Number((await query.where("quantity", ">=", quantity).executeTakeFirstOrThrow()).count);
  }

  async findWithParent(id: string) {
    const row = await this.findById(id);
    if (!row) return undefined;
    const parents = this.db.selectFrom("parent_name").selectAll();
    return { ...row, parent_name: await parents.where("id", "=", row.parent_name_id).executeTakeFirstOrThrow() };
  }
}

export async function use(db: Kysely<DB>, id: string) {
  const all = new TableNameRepository(db);
  const found = await all.findById(id);
  const many = await all.findMany(2, 10);
  const created = await all.create({ name: "new", parent_name_id: id });
  const updated = await all.update(id, { name: "other" });
  const related = await all.findWithParent(id);
  const name: string | undefined = related?.parent_name.name;
  const count: number = await all.count(2);
  const deleted: boolean = await all.delete(id);
  return [found?.name, many.map((row) => row.quantity), created.id, updated?.amount, name, count, deleted];
}
