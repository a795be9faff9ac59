// Everything that repositories and entities can do, on the blog.
import assert from "node:assert/strict";
import test from "node:test";
import { CamelCasePlugin, sql, type KyselyPlugin } from "kysely";
import { db, fill, posts, tags, traced, users } from "./fixture.js";
import {
  LabelsRepository,
  PostCountsRepository,
  PostTagsRepository,
  PostsRepository,
  ProfilesRepository,
  SettingsEntity,
  SettingsRepository,
  TranslationNotesRepository,
  TranslationsRepository,
  UsersEntity,
  UsersRepository,
  VisitsRepository,
  postsMetadata,
  profilesMetadata,
  type Users,
} from "./tables.js";
import { ValidationError } from "./db/runtime/validation.js";

const rows = await fill();
const { ada, alan, grace, first, second } = rows;
const names = (list: readonly { name: string }[]) =>
  list.map(({ name }) => name).sort();
const slugs = (list: readonly { slug: string }[]) =>
  list.map(({ slug }) => slug);
/** Rows that others refer to come with them. */
const joins = posts.metadata.engine === "postgres";
/** Not one of Kysely's own, which could tell one column from another. */
const untouched: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => result,
};

test.after(() => db.destroy());

test("finds by id, also of two columns", async () => {
  assert.deepEqual(await users.findById(ada.id), ada);
  const key = { post_id: first.id, locale: "de" };
  const found = await new TranslationsRepository(db).findById(key);
  assert.equal(found?.title, "First (de)");
  const other = await new TranslationsRepository(db).findById({
    ...key,
    locale: "xx",
  });
  assert.equal(other, undefined);
});

test("finds by unique keys and by what indexes begin with", async () => {
  assert.deepEqual(await users.findByEmail("ada@example.org"), ada);
  const key = { author_id: ada.id, slug: "second" };
  assert.deepEqual(await posts.findByAuthorIdAndSlug(key), second);
  assert.deepEqual(names(await users.findManyByManagerId(ada.id)), [
    "Alan",
    "Grace",
  ]);
  const unmanaged = await users.findManyByManagerId(null, { limit: 1 });
  assert.deepEqual(names(unmanaged), ["Ada"]);
  const narrowed = await users.findManyByManagerId(ada.id, {
    where: { name: "Alan" },
  });
  assert.deepEqual(narrowed, [alan]);
});

test("filters", async () => {
  const found = async (where: Parameters<typeof users.findMany>[0] & object) =>
    names(await users.findMany(where));
  assert.deepEqual(await found({ where: { name: "Ada" } }), ["Ada"]);
  assert.deepEqual(await found({ where: { manager_id: null } }), ["Ada"]);
  assert.deepEqual(
    await found({ where: { manager_id: { ne: null }, name: { gt: "Alan" } } }),
    ["Grace"],
  );
  assert.deepEqual(
    await found({ where: { name: { in: ["Ada", "Alan", "Nobody"] } } }),
    ["Ada", "Alan"],
  );
  assert.deepEqual(
    await found({ where: { name: { notIn: ["Ada"], like: "A%" } } }),
    ["Alan"],
  );
  assert.deepEqual(await found({ where: { name: { in: [] } } }), []);
  assert.deepEqual(await found({ where: { name: { notIn: [] } } }), [
    "Ada",
    "Alan",
    "Grace",
  ]);
  assert.deepEqual(
    await found({ where: { name: { gte: "Alan", lt: "Grace" } } }),
    ["Alan"],
  );
  assert.deepEqual(
    await found({ where: { name: { lte: "Ada", notLike: "B%" } } }),
    ["Ada"],
  );
});

test("refuses conditions that say nothing", async () => {
  const undefinedName = { where: { name: undefined as unknown as string } };
  await assert.rejects(users.findMany(undefinedName), /"name" is undefined/);
  await assert.rejects(
    users.deleteMany({ name: {} }),
    /"name" has no operator/,
  );
  const operator = { where: { name: { near: "x" } as never } };
  await assert.rejects(users.findMany(operator), /no operator "near"/);
  for (const operator of ["gt", "like", "in", "notIn"]) {
    const nothing = { where: { name: { [operator]: null } as never } };
    await assert.rejects(users.findMany(nothing), /NULL holds for no row/);
  }
  const column = { orderBy: { nothing: "asc" } as object };
  await assert.rejects(users.findMany(column), /no column "nothing"/);
});

test("sorts, limits and skips, NULL being the largest", async () => {
  const sorted = async (options: Parameters<typeof users.findMany>[0]) =>
    (await users.findMany(options)).map(({ name }) => name);
  assert.deepEqual(await sorted({ orderBy: { name: "desc" } }), [
    "Grace",
    "Alan",
    "Ada",
  ]);
  assert.deepEqual(await sorted({ orderBy: { name: "asc" }, limit: 1 }), [
    "Ada",
  ]);
  assert.deepEqual(
    await sorted({ orderBy: { name: "asc" }, limit: 1, offset: 1 }),
    ["Alan"],
  );
  assert.deepEqual(await sorted({ orderBy: { name: "asc" }, offset: 2 }), [
    "Grace",
  ]);
  const orderBy = [{ manager_id: "asc" }, { name: "desc" }] as const;
  assert.deepEqual(await sorted({ orderBy }), ["Grace", "Alan", "Ada"]);
  assert.deepEqual(
    await sorted({ orderBy: { manager_id: "desc", name: "asc" } }),
    ["Ada", "Alan", "Grace"],
  );
});

test("counts and tells whether there is a row", async () => {
  assert.equal(await users.count(), 3);
  assert.equal(await users.count({ manager_id: ada.id }), 2);
  assert.equal(await users.count({ name: { in: [] } }), 0);
  assert.equal(await users.exists({ name: "Ada" }), true);
  assert.equal(await users.exists({ name: "Nobody" }), false);
});

test("creates with defaults, updates and deletes", async () => {
  const profiles = new ProfilesRepository(db);
  const created = await profiles.create({ user_id: ada.id });
  assert.equal(created.visibility, "public");
  const changed = await profiles.update(ada.id, {
    visibility: "friends",
    biography: "Wrote.",
  });
  assert.deepEqual(changed, {
    ...created,
    visibility: "friends",
    biography: "Wrote.",
  });
  assert.deepEqual(await profiles.update(ada.id, {}), changed);
  assert.deepEqual(await profiles.findById(ada.id), changed);
  assert.equal(
    await profiles.update(alan.id, { biography: "none" }),
    undefined,
  );
  assert.equal(await profiles.delete(ada.id), true);
  assert.equal(await profiles.delete(ada.id), false);
});

test("creates many, in the order given, all or none", async () => {
  const list = Array.from({ length: 50 }, (_, i) => ({
    author_id: alan.id,
    slug: `many-${i}`,
    title: `Many ${i}`,
    ...(i % 3 === 0 ? { editor_id: ada.id } : {}),
  }));
  const created = await posts.createMany(list);
  assert.deepEqual(slugs(created), slugs(list));
  assert.ok(
    created.every((post, i) => (post.editor_id === ada.id) === (i % 3 === 0)),
  );
  const clash = [list[0]!, { ...list[1]!, slug: "fresh" }];
  await assert.rejects(posts.createMany(clash), /unique/i);
  assert.equal(await posts.exists({ slug: "fresh" }), false);
  for (const post of created) await posts.delete(post.id);
  assert.deepEqual(await posts.createMany([]), []);
});

test("creates rows of defaults, all or none", async () => {
  const settings = new SettingsRepository(db);
  await assert.rejects(settings.createMany([{}, {}]), /unique/i);
  assert.equal(await settings.count(), 0);
  const [only] = await settings.createMany([{}]);
  assert.deepEqual(only, { name: "all", code: null });
  assert.equal(await settings.delete("all"), true);
});

test("upserts on unique keys", async () => {
  const [again, sql] = await traced(() =>
    users.upsertByEmail({ email: ada.email, name: "Ada L." }),
  );
  assert.deepEqual(again, { ...ada, name: "Ada L." });
  assert.equal(sql.length, 1);
  assert.deepEqual(
    await users.upsertByEmail({ email: ada.email, name: "Ada" }),
    ada,
  );
  const added = await tags.upsertByLabel({ label: "new" });
  assert.deepEqual(await tags.upsertByLabel({ label: "new" }), added);
  const renumbered = { id: added.id + 1000, label: "new" };
  assert.deepEqual(await tags.upsertByLabel(renumbered), added);
  assert.equal(await tags.delete(added.id), true);
  const key = { post_id: first.id, tag_id: rows.sql.id };
  assert.deepEqual(await new PostTagsRepository(db).upsert(key), key);
});

test("loads relations of every kind, those to one row with the row", async () => {
  const [found, sql] = await traced(() =>
    posts.findWithRelations(first.id, [
      "author.manager",
      "editor",
      "comments.author",
      "tags",
      "translations",
    ]),
  );
  assert.equal(sql.length, joins ? 5 : 7);
  assert.equal(found?.author.name, "Ada");
  assert.equal(found?.author.manager, null);
  assert.equal(found?.editor?.name, "Grace");
  const bodies = found?.comments
    .map(({ body, author }) => `${author.name}: ${body}`)
    .sort();
  assert.deepEqual(bodies, ["Ada: two", "Alan: one"]);
  assert.deepEqual(found?.tags.map(({ label }) => label).sort(), [
    "sql",
    "types",
  ]);
  assert.deepEqual(
    found?.tags.map((tag) => Object.keys(tag)),
    [
      ["id", "label"],
      ["id", "label"],
    ],
  );
  assert.deepEqual(found?.translations.map(({ locale }) => locale).sort(), [
    "de",
    "fr",
  ]);
});

test("loads relations that lead nowhere", async () => {
  const found = await posts.findWithRelations(second.id, [
    "editor",
    "comments",
    "tags.posts",
  ]);
  assert.equal(found?.editor, null);
  assert.deepEqual(found?.comments, []);
  assert.deepEqual(slugs(found?.tags[0]?.posts ?? []).sort(), [
    "first",
    "second",
  ]);
  assert.equal(await posts.findWithRelations(0, ["editor"]), undefined);
  const [nothing, sql] = await traced(() =>
    posts.loadRelations([], ["comments.author"]),
  );
  assert.deepEqual([nothing, sql], [[], []]);
});

test("joins the rows that the found one refers to, as it would load them", async () => {
  const notes = new TranslationNotesRepository(db);
  const apart = new TranslationNotesRepository(db.withPlugin(untouched));
  for (const { id } of await notes.findMany()) {
    const load = (from: TranslationNotesRepository) =>
      from.findWithRelations(id, [
        "translations.post.author",
        "translations.tags",
      ]);
    const [joined, sql] = await traced(() => load(notes));
    const [loaded, more] = await traced(() => load(apart));
    assert.equal(more.length, joined?.translations ? 5 : 1);
    assert.equal(
      sql.length,
      joins ? (joined?.translations ? 2 : 1) : more.length,
    );
    assert.deepEqual(joined, loaded);
  }
});

test("loads relations between rows of one table", async () => {
  const found = await users.findWithRelations(ada.id, [
    "users.manager",
    "users_by_followee_id",
    "users_by_follower_id",
    "profiles",
  ]);
  assert.deepEqual(names(found?.users ?? []), ["Alan", "Grace"]);
  assert.equal(found?.users[0]?.manager?.name, "Ada");
  assert.deepEqual(names(found?.users_by_followee_id ?? []), ["Alan", "Grace"]);
  assert.deepEqual(names(found?.users_by_follower_id ?? []), ["Alan"]);
  assert.equal(found?.profiles, null);
});

test("loads relations over keys of two columns", async () => {
  const notes = new TranslationNotesRepository(db);
  const all = await notes.findMany({ orderBy: { id: "asc" } });
  const loaded = await notes.loadRelations(all, [
    "translations.tags",
    "translations.post",
  ]);
  assert.deepEqual(
    loaded.map(({ translations }) => translations?.title ?? null),
    ["First (de)", "First (fr)", null, "Second (de)", "Second (fr)", null],
  );
  assert.deepEqual(
    loaded[0]?.translations?.tags.map(({ label }) => label),
    ["sql"],
  );
  assert.deepEqual(
    loaded[3]?.translations?.tags.map(({ label }) => label),
    ["types"],
  );
  const back = await tags.findWithRelations(rows.sql.id, [
    "translations.translation_notes",
  ]);
  assert.equal(
    back?.translations.flatMap((each) => each.translation_notes).length,
    2,
  );
});

test("loads relations of many rows, one query each", async () => {
  const all = await posts.findMany();
  const [, sql] = await traced(() =>
    posts.loadRelations(all, ["comments.author", "tags"]),
  );
  assert.equal(sql.length, 3);
});

test("loads relations of more rows than one query takes", async () => {
  const others = Array.from({ length: 16384 }, (_, i) => -1 - i);
  const all = [...others, first.id].map((id) => ({ ...first, id }));
  const [loaded, sql] = await traced(() => posts.loadRelations(all, ["tags"]));
  assert.equal(sql.length, 2);
  const [tag] = loaded.at(-1)!.tags;
  assert.deepEqual(Object.keys(tag!), ["id", "label"]);
  assert.equal(loaded.at(-1)!.tags.length, 2);
  assert.deepEqual(loaded[0]!.tags, []);
});

test("refuses relations that are not there", async () => {
  // @ts-expect-error: no such relation
  const wrong = posts.findWithRelations(first.id, ["nothing"]);
  await assert.rejects(wrong, /no relation "nothing"/);
  // @ts-expect-error: no such relation of comments
  const deep = posts.findWithRelations(first.id, ["comments.tags"]);
  await assert.rejects(deep, /no relation "tags"/);
  const found = await posts.findWithRelations(first.id, ["author", "editor"]);
  // @ts-expect-error: not loaded
  assert.equal(found?.comments, undefined);
  // @ts-expect-error: a relation that may lead nowhere
  const editor: Users | undefined = found?.editor;
  assert.ok(editor);
});

async function everyPage(
  options: Omit<Parameters<typeof posts.findPage>[0], "after">,
): Promise<string[]> {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await posts.findPage({ ...options, after });
    assert.ok(page.rows.length <= options.limit);
    assert.ok(
      page.rows.every(
        (row) => Object.keys(row).length === postsMetadata.columns.length,
      ),
    );
    seen.push(...slugs(page.rows));
    assert.ok(seen.length <= 100, "a page comes again and again");
    after = page.next;
  } while (after !== undefined);
  return seen;
}

test("reads pages: each row once, whatever the order", async () => {
  const where = { author_id: grace.id };
  const created = await posts.createMany(
    Array.from({ length: 23 }, (_, i) => ({
      author_id: grace.id,
      slug: `page-${i}`,
      title: `T ${i % 4}`,
    })),
  );
  await giveTimesAndRatings();
  const orders = [
    {},
    { title: "asc" },
    { title: "desc", id: "asc" },
    { published_at: "asc" },
    { published_at: "desc" },
    { rating: "desc", title: "asc" },
    { rating: "asc", published_at: "desc", slug: "asc" },
  ] as const;
  for (const orderBy of orders) {
    const whole = await posts.findPage({ where, orderBy, limit: 100 });
    assert.equal(whole.next, undefined);
    assert.equal(whole.rows.length, 23);
    for (const limit of [1, 5, 23]) {
      assert.deepEqual(
        await everyPage({ where, orderBy, limit }),
        slugs(whole.rows),
      );
    }
  }
  for (const post of created) await posts.delete(post.id);
});

/** Times that differ in microseconds only, which a Date does not hold; some rows have none. */
async function giveTimesAndRatings(): Promise<void> {
  const pages = await posts.findMany({ where: { author_id: grace.id } });
  for (const [i, { id }] of pages.entries()) {
    if (i % 5 === 0) continue;
    const published_at = `2026-01-01 00:00:00.12345${i % 10}Z`;
    const rating = (i % 3) + 0.5;
    await posts.update(id, { published_at, rating: rating as never });
  }
}

test("refuses cursors of another order", async () => {
  const { next } = await posts.findPage({ limit: 1 });
  assert.ok(next);
  const orderBy = { title: "asc" } as const;
  await assert.rejects(
    posts.findPage({ limit: 1, orderBy, after: next }),
    /cursor/,
  );
  await assert.rejects(
    posts.findPage({ limit: 1, after: "nonsense" }),
    /cursor/,
  );
  const object = Buffer.from('[{"a": 1}]').toString("base64url");
  await assert.rejects(posts.findPage({ limit: 1, after: object }), /cursor/);
});

test("works in a transaction", async () => {
  const rolledBack = db.transaction().execute(async (trx) => {
    const inside = users.withTransaction(trx);
    const eve = await inside.create({ email: "eve@example.org", name: "Eve" });
    assert.deepEqual(await new UsersRepository(trx).findById(eve.id), eve);
    const many = await inside.createMany([
      { email: "a@b", name: "A" },
      { email: "c@d", name: "C", karma: 1 },
    ]);
    assert.deepEqual(names(many), ["A", "C"]);
    throw new Error("no, after all");
  });
  await assert.rejects(rolledBack, /no, after all/);
  assert.equal(await users.findByEmail("eve@example.org"), undefined);
  assert.equal(await users.count(), 3);
});

test("a table without a key can be read and added to", async () => {
  const visits = new VisitsRepository(db);
  await visits.create({ path: "/" });
  assert.equal(await visits.count({ path: "/" }), 1);
  await assert.rejects(visits.findPage({ limit: 1 }), /no primary key/);
  // @ts-expect-error: there is no id
  await assert.rejects(visits.findById(1), /no primary key/);
  await assert.rejects(visits.delete({} as never), /no primary key/);
  const elsewhere = visits.update({} as never, { path: "/elsewhere" });
  await assert.rejects(elsewhere, /no primary key/);
  assert.equal(await visits.count({ path: "/" }), 1);
});

test("Kysely's plugins work on what is compiled once", async () => {
  const camel = new PostsRepository(
    db.withPlugin(new CamelCasePlugin()) as typeof db,
  );
  for (let i = 0; i < 2; i++) {
    const row = (await camel.findById(first.id)) as object;
    assert.ok("authorId" in row && !("author" + "_id" in row));
  }
  const own = (await posts.findById(first.id))!;
  assert.deepEqual(Object.keys(own), Object.keys(first));
});

test("plugins that look at values see them", async () => {
  const seen: unknown[] = [];
  const spy: KyselyPlugin = {
    transformQuery: ({ node }) => (
      seen.push(JSON.stringify(node).includes("secret@example.org")),
      node
    ),
    transformResult: async ({ result }) => result,
  };
  const watched = new UsersRepository(db.withPlugin(spy));
  await watched.findByEmail("other@example.org");
  await watched.findByEmail("secret@example.org");
  assert.deepEqual(seen, [false, true]);
});

test("the same SQL as Kysely makes, compiled once for all transactions", async () => {
  const byHand = db
    .selectFrom("users")
    .selectAll()
    .where("id", "=", ada.id)
    .compile();
  const [, [sql]] = await traced(() => users.findById(ada.id));
  assert.equal(sql, byHand.sql);
  const compiled = { count: 0 };
  const executor = Object.getPrototypeOf(db.getExecutor()) as {
    compileQuery(...all: unknown[]): unknown;
  };
  const original = executor.compileQuery;
  executor.compileQuery = function (...all: unknown[]) {
    compiled.count++;
    return original.apply(this, all);
  };
  for (let i = 0; i < 3; i++)
    await db
      .transaction()
      .execute((trx) => new UsersRepository(trx).findById(alan.id));
  executor.compileQuery = original;
  assert.equal(compiled.count, 0);
});

test("keys that only the database finds equal are told, not lost", async () => {
  const wrong = { ...first, author_id: ` ${first.author_id}` as never };
  const both = posts.loadRelations(
    [wrong, { ...second, author_id: alan.id }],
    ["author"],
  );
  await assert.rejects(both, /but not as text/);
  const [alone] = await posts.loadRelations([wrong], ["author"]);
  assert.deepEqual(alone?.author, ada);
});

test("entities keep their columns and know their rules", async () => {
  const row = (await users.findById(alan.id))!;
  const entity = UsersEntity.fromRow(row);
  assert.deepEqual(entity.toRow(), row);
  assert.equal(entity.primaryKey(), alan.id);
  assert.deepEqual(entity.validate(), []);
  entity.karma = -1;
  (entity as { name: unknown }).name = null;
  const rules = entity
    .validate()
    .map(({ column, rule }) => `${column}: ${rule}`);
  assert.deepEqual(rules, ["name: not null", "karma: check"]);
  assert.throws(
    () => entity.assertValid(),
    (error) => {
      assert.ok(
        error instanceof ValidationError && error.violations.length === 2,
      );
      assert.equal(
        error.message,
        "users: name must not be null; karma must be >= 0",
      );
      return true;
    },
  );
});

test("values of new rows and of changes are checked", () => {
  const missing = UsersEntity.validateNew({ name: "Ada" } as never);
  assert.deepEqual(
    missing.map(({ column, rule }) => [column, rule]),
    [["email", "required"]],
  );
  assert.deepEqual(UsersEntity.validateUpdate({ name: "Ada" }), []);
  assert.deepEqual(
    UsersEntity.validateUpdate({ karma: -0.5 }).map(({ rule }) => rule),
    ["check"],
  );
});

test("the length of bytes is left to the database", () => {
  const code = Buffer.from([0xc3, 0xa4, 0x00]);
  assert.deepEqual(SettingsEntity.validateNew({ code }), []);
});

test("metadata can be printed", () => {
  const printed = JSON.parse(JSON.stringify(postsMetadata));
  assert.deepEqual(printed.primaryKey, ["id"]);
  assert.equal(printed.relations[0].referencedTable, "users");
  assert.equal(profilesMetadata.primaryKey[0], "user_id");
});

test("views are read as tables are", async () => {
  const counts = new PostCountsRepository(db);
  if (counts.metadata.engine === "postgres")
    await sql`refresh materialized view post_counts`.execute(db);
  const written = await posts.count();
  const all = await counts.findMany({ orderBy: { author_id: "asc" } });
  assert.equal(
    all.reduce((sum, row) => sum + Number(row.posts), 0),
    written,
  );
  const one = { where: { author_id: ada.id } };
  assert.deepEqual(await counts.findMany(one), [all[0]]);
  assert.equal(await counts.count(one.where), 1);
  assert.equal(await counts.exists({ last: "none" }), false);
  const [, queries] = await traced(() =>
    counts.findMany({ orderBy: { posts: "desc" }, limit: 1, offset: 1 }),
  );
  assert.match(queries[0]!, /order by "posts" desc.* limit .* offset /);
  for (const name of ["create", "update", "updateMany", "findById", "findPage"])
    assert.equal(name in counts, false, name);
});

test("views that take rows write them", async () => {
  const labels = new LabelsRepository(db);
  const [created] = await labels.createMany([{ label: "new" }]);
  assert.equal(created?.label, "new");
  assert.equal(await labels.exists({ shown: "NEW" }), true);
  const isCounted = labels.metadata.engine === "postgres"; // SQLite counts none of a trigger's rows
  assert.equal(
    await labels.updateMany({ label: "new" }, { label: "newer" }),
    isCounted ? 1 : 0,
  );
  assert.equal((await tags.findByLabel("newer"))?.label, "newer");
  assert.equal(
    await labels.deleteMany({ label: { like: "newe%" } }),
    isCounted ? 1 : 0,
  );
  assert.equal(await labels.exists({ label: "newer" }), false);
  assert.equal("findById" in labels, false);
});

test("changes and deletes all rows that pass a filter", async () => {
  const visits = new VisitsRepository(db);
  await visits.createMany([{ path: "/x" }, { path: "/x" }, { path: "/y" }]);
  assert.equal(await visits.updateMany({ path: "/x" }, { path: "/z" }), 2);
  assert.equal(await visits.updateMany({ path: "/z" }, {}), 0);
  assert.equal(await visits.updateMany({ path: { in: [] } }, { path: "/" }), 0);
  assert.equal(await visits.deleteMany({ path: { in: [] } }), 0);
  assert.equal(await visits.deleteMany({ path: { in: ["/y", "/z"] } }), 3);
  assert.equal(await visits.exists({ path: { in: ["/y", "/z"] } }), false);
});
