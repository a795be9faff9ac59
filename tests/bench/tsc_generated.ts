// A table through its generated repository; `tsc` puts the names of ten tables in.
import type { Kysely } from "kysely";
import type { Database } from "./db/database.js";
import { TableNameRepository } from "./db/public/repositories/table_name.js";

export async function use(db: Kysely<Database>, id: string) {
  const all = new TableNameRepository(db);
  const found = await all.findById(id);
  const many = await all.findMany({ where: { quantity: { gte: 2 } }, orderBy: { name: "asc" }, limit: 10 });
  const created = await all.create({ name: "new", parent_name_id: id });
  const updated = await all.update(id, { name: "other" });
  const related = await all.findWithRelations(id, ["parent_name"]);
  const name: string | undefined = related?.parent_name.name;
  const count: number = await all.count({ quantity: { gte: 2 } });
  const deleted: boolean = await all.delete(id);
  return [found?.name, many.map((row) => row.quantity), created.id, updated?.amount, name, count, deleted];
}
