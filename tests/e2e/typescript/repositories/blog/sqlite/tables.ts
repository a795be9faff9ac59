// Where the code of the blog's tables is on this engine.
export { SettingsEntity } from "./db/main/entities/settings.js";
export { UsersEntity } from "./db/main/entities/users.js";
export { CommentsRepository } from "./db/main/repositories/comments.js";
export { FollowsRepository } from "./db/main/repositories/follows.js";
export { PostTagsRepository } from "./db/main/repositories/post_tags.js";
export { PostsRepository } from "./db/main/repositories/posts.js";
export { ProfilesRepository } from "./db/main/repositories/profiles.js";
export { SettingsRepository } from "./db/main/repositories/settings.js";
export { TranslationNotesRepository } from "./db/main/repositories/translation_notes.js";
export { TranslationTagsRepository } from "./db/main/repositories/translation_tags.js";
export { TranslationsRepository } from "./db/main/repositories/translations.js";
export { UsersRepository } from "./db/main/repositories/users.js";
export { VisitsRepository } from "./db/main/repositories/visits.js";
export { TagsRepository } from "./db/main/repositories/tags.js";
export { postsMetadata } from "./db/main/relations/posts.js";
export { profilesMetadata } from "./db/main/relations/profiles.js";
export type { Posts } from "./db/main/tables/posts.js";
export type { Users } from "./db/main/tables/users.js";
