// Where the code of the blog's tables is on this engine.
export { SettingsEntity } from "./db/public/entities/settings.js";
export { UsersEntity } from "./db/public/entities/users.js";
export { CommentsRepository } from "./db/public/repositories/comments.js";
export { FollowsRepository } from "./db/public/repositories/follows.js";
export { PostTagsRepository } from "./db/public/repositories/post_tags.js";
export { PostsRepository } from "./db/public/repositories/posts.js";
export { ProfilesRepository } from "./db/public/repositories/profiles.js";
export { SettingsRepository } from "./db/public/repositories/settings.js";
export { TranslationNotesRepository } from "./db/public/repositories/translation_notes.js";
export { TranslationTagsRepository } from "./db/public/repositories/translation_tags.js";
export { TranslationsRepository } from "./db/public/repositories/translations.js";
export { UsersRepository } from "./db/public/repositories/users.js";
export { VisitsRepository } from "./db/public/repositories/visits.js";
export { TagsRepository } from "./db/press/repositories/tags.js";
export { postsMetadata } from "./db/public/relations/posts.js";
export { profilesMetadata } from "./db/public/relations/profiles.js";
export type { Posts } from "./db/public/tables/posts.js";
export type { Users } from "./db/public/tables/users.js";
