// Calls of repositories against the same Kysely queries written by hand, in blocks that take turns. Prints one JSON
// object: for each job the ratios of processor time, block by block, and the times of a call in microseconds.
import SqliteDriver from "better-sqlite3";
import { readFileSync } from "node:fs";
import { Kysely, PostgresDialect, SqliteDialect, type Dialect, type SqliteDatabase } from "kysely";
import pg from "pg";
import { PostTagsRepository, PostsRepository, CommentsRepository, TagsRepository, UsersRepository } from "./tables.js";

type Job = (index: number) => Promise<unknown>;

interface Contest {
  readonly generated: Job;
  readonly byHand: Job;
  /** Before each block, untimed. */
  prepare?(count: number): Promise<void>;
}

type Sides = { readonly [Side in "generated" | "byHand"]: Dialect };

function sides(): Sides {
  const schema = process.env["BLOG_SCHEMA"];
  if (schema !== undefined) return sidesOfSqlite(schema, keepStatements!);
  const dialect = new PostgresDialect({ pool: new pg.Pool({ max: 1 }) });
  return { generated: dialect, byHand: dialect };
}

/** One database. By hand it is given to Kysely as its manual says, and else with the statements kept. */
function sidesOfSqlite(schema: string, keep: KeepStatements): Sides {
  const database = new SqliteDriver(":memory:");
  database.exec(readFileSync(schema, "utf8"));
  return { generated: new SqliteDialect({ database: keep(database) }), byHand: new SqliteDialect({ database }) };
}

// Both engines have the same tables, with types of their own; one has no such file.
type KeepStatements = (database: SqliteDatabase) => SqliteDatabase;
const { keepStatements }: { keepStatements?: KeepStatements } = await import("./db/runtime/kept_statements.js" as string).catch(() => ({}));

const { generated, byHand } = sides();
const db = new Kysely<any>({ dialect: byHand });
const kept = generated === byHand ? db : new Kysely<any>({ dialect: generated });
const users = new UsersRepository(kept);
const posts = new PostsRepository(kept);
const comments = new CommentsRepository(kept);
const tagTable = (await db.introspection.getTables()).some(({ schema }) => schema === "press") ? "press.tags" : "tags";

async function addPost() {
  const author = await users.create({ email: "author", name: "Author" });
  const post = await posts.create({ author_id: author.id, slug: "post", title: "Post" });
  for (let i = 0; i < 5; i++) {
    const reader = await users.create({ email: `reader ${i}`, name: `Reader ${i}` });
    await comments.create({ post_id: post.id, author_id: reader.id, body: `Comment ${i}` });
  }
  for (const label of ["one", "two", "three"]) {
    const tag = await new TagsRepository(kept).create({ label });
    await new PostTagsRepository(kept).create({ post_id: post.id, tag_id: tag.id });
  }
  const [comment] = await comments.findMany({ limit: 1 });
  const other = await posts.create({ author_id: author.id, slug: "other", title: "Other" });
  return { author, post, other, comment: comment! };
}

const { author, post, other, comment } = await addPost();

async function relationsByHand() {
  const row = await db.selectFrom("posts").selectAll().where("id", "=", post.id).executeTakeFirst();
  if (!row) return undefined;
  const by = await db.selectFrom("users").selectAll().where("id", "=", row.author_id).executeTakeFirstOrThrow();
  const found = await db.selectFrom("comments").selectAll().where("post_id", "=", row.id).execute();
  const ids = [...new Set(found.map((each) => each.author_id))];
  const readers = await db.selectFrom("users").selectAll().where("id", "in", ids).execute();
  const byId = new Map(readers.map((reader) => [reader.id, reader]));
  const tags = await db
    .selectFrom(tagTable)
    .innerJoin("post_tags", "post_tags.tag_id", `${tagTable}.id`)
    .selectAll(tagTable)
    .where("post_tags.post_id", "=", row.id)
    .execute();
  const withAuthors = found.map((each) => ({ ...each, author: byId.get(each.author_id) }));
  return { ...row, author: by, comments: withAuthors, tags };
}

/** On a post of their own: PostgreSQL reads past deleted rows. */
const remark = (body: string) => ({ post_id: other.id, author_id: author.id, body });
const doomed: any[] = [];

async function addDoomed(count: number): Promise<void> {
  const made = await comments.createMany(Array.from({ length: count }, () => remark("doomed")));
  doomed.splice(0, doomed.length, ...made.map(({ id }) => id));
}

/** So that the table does not grow from block to block. */
async function removeCreated(): Promise<void> {
  await db.deleteFrom("comments").where("body", "=", "created").execute();
}

const contests: Record<string, Contest> = {
  find_by_id: {
    generated: () => comments.findById(comment.id),
    byHand: () => db.selectFrom("comments").selectAll().where("id", "=", comment.id).executeTakeFirst(),
  },
  create: {
    prepare: removeCreated,
    generated: () => comments.create(remark("created")),
    byHand: () => db.insertInto("comments").values(remark("created")).returningAll().executeTakeFirstOrThrow(),
  },
  update: {
    generated: (i) => comments.update(comment.id, { body: `Comment ${i}` }),
    byHand: (i) =>
      db
        .updateTable("comments")
        .set({ body: `Comment ${i}` })
        .where("id", "=", comment.id)
        .returningAll()
        .executeTakeFirst(),
  },
  delete: {
    prepare: addDoomed,
    generated: (i) => comments.delete(doomed[i]),
    byHand: async (i) => {
      const { numDeletedRows } = await db.deleteFrom("comments").where("id", "=", doomed[i]).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  },
  find_with_relations: {
    prepare: removeCreated,
    generated: () => posts.findWithRelations(post.id, ["author", "comments.author", "tags"]),
    byHand: relationsByHand,
  },
};

/** Processor time of a call, in microseconds. */
async function measure(contest: Contest, job: Job, count: number): Promise<number> {
  await contest.prepare?.(count);
  const before = process.cpuUsage();
  for (let i = 0; i < count; i++) await job(i);
  const used = process.cpuUsage(before);
  return (used.user + used.system) / count;
}

async function compete(contest: Contest, rounds: number, count: number) {
  const ratios: number[] = [];
  const times: { generated: number[]; byHand: number[] } = { generated: [], byHand: [] };
  for (let round = -10; round < rounds; round++) {
    const order = round % 2 === 0 ? (["generated", "byHand"] as const) : (["byHand", "generated"] as const);
    const used = { generated: 0, byHand: 0 };
    for (const side of order) used[side] = await measure(contest, contest[side], count);
    if (round < 0) continue; // warm by then
    ratios.push(used.generated / used.byHand);
    for (const side of order) times[side].push(used[side]);
  }
  return { ratios, ...times };
}

const [rounds, count] = process.argv.slice(2).map(Number) as [number, number];
const results: Record<string, unknown> = {};
for (const [name, contest] of Object.entries(contests)) {
  results[name] = await compete(contest, rounds, count);
}
console.log(JSON.stringify(results));
await db.destroy();
