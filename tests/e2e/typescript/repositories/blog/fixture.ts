// A database with the blog in it, its queries counted, and a few rows.
import type { Kysely } from "kysely";
import { connect } from "./connection.js";
import type { Database } from "./db/database.js";
import {
  CommentsRepository,
  FollowsRepository,
  PostTagsRepository,
  PostsRepository,
  TagsRepository,
  TranslationNotesRepository,
  TranslationTagsRepository,
  TranslationsRepository,
  UsersRepository,
  type Posts,
  type Users,
} from "./tables.js";

const queries: string[] = [];
export const db: Kysely<Database> = connect(queries);

export const users = new UsersRepository(db);
export const posts = new PostsRepository(db);
const comments = new CommentsRepository(db);
export const tags = new TagsRepository(db);

/** What `run` did, and the SQL of it. */
export async function traced<T>(run: () => Promise<T>): Promise<[T, string[]]> {
  const before = queries.length;
  return [await run(), queries.slice(before)];
}

async function addUsers(): Promise<[Users, Users, Users]> {
  const ada = await users.create({ email: "ada@example.org", name: "Ada" });
  const [alan, grace] = await users.createMany([
    { email: "alan@example.org", name: "Alan", manager_id: ada.id },
    { email: "grace@example.org", name: "Grace", manager_id: ada.id },
  ]);
  await new FollowsRepository(db).createMany([
    { follower_id: ada.id, followee_id: alan!.id },
    { follower_id: ada.id, followee_id: grace!.id },
    { follower_id: alan!.id, followee_id: ada.id },
  ]);
  return [ada, alan!, grace!];
}

async function addTexts(post: Posts, tagId: number): Promise<void> {
  const translations = new TranslationsRepository(db);
  for (const locale of ["de", "fr"]) {
    await translations.create({
      post_id: post.id,
      locale,
      title: `${post.title} (${locale})`,
    });
    const key = { post_id: post.id, locale };
    await new TranslationNotesRepository(db).create({
      ...key,
      note: `on ${locale}`,
    });
    await new TranslationTagsRepository(db).create({ ...key, tag_id: tagId });
  }
  await new TranslationNotesRepository(db).create({
    post_id: post.id,
    note: "on nothing",
  });
}

export async function fill() {
  const [ada, alan, grace] = await addUsers();
  const [first, second] = await posts.createMany([
    { author_id: ada.id, editor_id: grace.id, slug: "first", title: "First" },
    { author_id: ada.id, slug: "second", title: "Second" },
  ]);
  await comments.createMany([
    { post_id: first!.id, author_id: alan.id, body: "one" },
    { post_id: first!.id, author_id: ada.id, body: "two" },
  ]);
  const [sql, types] = await tags.createMany([
    { label: "sql" },
    { label: "types" },
  ]);
  await new PostTagsRepository(db).createMany([
    { post_id: first!.id, tag_id: sql!.id },
    { post_id: first!.id, tag_id: types!.id },
    { post_id: second!.id, tag_id: sql!.id },
  ]);
  await addTexts(first!, sql!.id);
  await addTexts(second!, types!.id);
  return {
    ada,
    alan,
    grace,
    first: first!,
    second: second!,
    sql: sql!,
    types: types!,
  };
}
