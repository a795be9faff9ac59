#include "emit/state.h"

#include <filesystem>

#include "base/error.h"

namespace ddltrail {
namespace {

constexpr int kFormat = 4;
constexpr int kApplication = 0x6464746c;  // "ddtl"

constexpr const char* kSchema = R"sql(
CREATE TABLE fact(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE object(
  id INTEGER PRIMARY KEY, family INTEGER, schema_name TEXT, object_name TEXT,
  definition TEXT NOT NULL);
CREATE UNIQUE INDEX object_key ON object(family, schema_name, object_name);
CREATE TABLE output(object INTEGER, place INTEGER, path TEXT, PRIMARY KEY(object, place))
  WITHOUT ROWID;
CREATE INDEX output_path ON output(path);
CREATE TABLE naming(object INTEGER, role INTEGER, schema_name TEXT, name TEXT);
CREATE INDEX naming_name ON naming(name, role);
CREATE INDEX naming_object ON naming(object);
CREATE TABLE file(
  path TEXT PRIMARY KEY, inode INTEGER, modified_ns INTEGER, size INTEGER) WITHOUT ROWID;
CREATE TABLE folder(path TEXT PRIMARY KEY, inode INTEGER, modified_ns INTEGER) WITHOUT ROWID;
)sql";

WrittenFile read_file(const sqlite::Statement& row) {
  return {std::string(row.text(0)),
          FileStamp{static_cast<std::uint64_t>(row.integer(1)), row.integer(2),
                    static_cast<std::uint64_t>(row.integer(3))}};
}

ObjectKey read_key(const sqlite::Statement& row) {
  return {static_cast<Family>(row.integer(0)), std::string(row.text(1)), std::string(row.text(2))};
}

std::vector<ObjectKey> read_keys(sqlite::Statement& row) {
  std::vector<ObjectKey> keys;
  while (row.step()) keys.push_back(read_key(row));
  return keys;
}

/// Binds the key to parameters 1 to 3.
sqlite::Statement& bind_key(sqlite::Statement& statement, const ObjectKey& key) {
  return statement.bind(1, static_cast<std::int64_t>(key.family))
      .bind(2, key.schema)
      .bind(3, key.name);
}

/// Tables that are missing too: our statements are fixed, so the file is not one of ours.
bool is_damage(const sqlite::Failure& failure) {
  constexpr int kError = 1, kCorrupt = 11, kNotADatabase = 26;
  const int code = failure.primary_code();
  return code == kError || code == kCorrupt || code == kNotADatabase;
}

}  // namespace

template <class Work>
auto State::guarded(Work work) {
  try {
    return work();
  } catch (const sqlite::Failure& failure) {
    const std::string what = std::string("cannot use the state database (") + failure.what() + ")";
    const char* hint =
        "Check the disk and the permissions of the folder; the file itself may be deleted at any "
        "time.";
    if (is_damage(failure)) throw Damaged(what, path_, hint);
    throw Error(what, path_, hint);
  }
}

State::State(std::string path) : path_(std::move(path)) {
  guarded([&] {
    try {
      open();
      if (is_usable()) return;
    } catch (const sqlite::Failure& failure) {
      if (!is_damage(failure)) throw;
    }
    rebuild();
  });
}

void State::start_anew() {
  guarded([&] { rebuild(); });
}

void State::open() {
  connection_ = std::make_unique<sqlite::Connection>(path_, sqlite::OpenMode::kCreate);
  // One run at a time works on a project: no need to take and drop locks for every statement.
  connection_->execute("PRAGMA locking_mode = EXCLUSIVE");
}

bool State::is_usable() {
  return connection_->integer("PRAGMA user_version") == kFormat &&
         connection_->integer("PRAGMA application_id") == kApplication;
}

void State::rebuild() {
  statements_.clear();
  connection_.reset();
  if (path_ != kInMemory)
    for (const char* suffix : {"", "-journal"}) std::filesystem::remove(path_ + suffix);
  open();
  connection_->execute("PRAGMA synchronous = OFF; BEGIN");
  connection_->execute(kSchema);
  connection_->execute(("PRAGMA application_id = " + std::to_string(kApplication)).c_str());
  connection_->execute(("PRAGMA user_version = " + std::to_string(kFormat)).c_str());
  connection_->execute("COMMIT");
}

State::Transaction::Transaction(State& state) : state_(&state) {
  // Without fsync a commit survives a killed process, not a killed machine: after that the boot id
  // differs, and everything is read anew.
  state.guarded([&] {
    state.connection_->execute(
        "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF; BEGIN IMMEDIATE");
  });
}

State::Transaction::~Transaction() {
  if (!state_) return;
  state_->reset_statements();
  try {
    state_->connection_->execute("ROLLBACK");
  } catch (const sqlite::Failure&) {
    return;  // SQLite has rolled back already
  }
}

void State::Transaction::commit() {
  state_->reset_statements();
  state_->guarded([&] { state_->connection_->execute("COMMIT"); });
  state_ = nullptr;
}

void State::reset_statements() {
  for (auto& [text, statement] : statements_) statement->reset();
}

sqlite::Statement& State::prepared(const char* sql) {
  for (auto& [text, statement] : statements_) {
    if (text != sql) continue;
    statement->reset();
    return *statement;
  }
  statements_.emplace_back(sql, std::make_unique<sqlite::Statement>(*connection_, sql));
  return *statements_.back().second;
}

std::string State::get(std::string_view name) {
  return guarded([&] {
    auto& row = prepared("SELECT value FROM fact WHERE name = ?1").bind(1, name);
    return row.step() ? std::string(row.text(0)) : "";
  });
}

void State::set(std::string_view name, std::string_view value) {
  guarded([&] {
    prepared("INSERT OR REPLACE INTO fact VALUES(?1, ?2)").bind(1, name).bind(2, value).run();
  });
}

std::optional<StoredObject> State::object(const ObjectKey& key) {
  return guarded([&]() -> std::optional<StoredObject> {
    auto& row = bind_key(prepared("SELECT family, schema_name, object_name, definition, id FROM "
                                  "object WHERE family = ?1 AND schema_name = ?2 AND object_name = "
                                  "?3"),
                         key);
    if (!row.step()) return std::nullopt;
    StoredObject stored{key, std::string(row.text(3)), {}};
    auto& path = prepared("SELECT path FROM output WHERE object = ?1 ORDER BY place");
    path.bind(1, row.integer(4));
    while (path.step()) stored.paths.emplace_back(path.text(0));
    return stored;
  });
}

std::optional<ObjectKey> State::owner_of(const std::string& path) {
  return guarded([&]() -> std::optional<ObjectKey> {
    auto& row = prepared(
                    "SELECT family, schema_name, object_name FROM output JOIN object ON id = "
                    "object WHERE path = ?1")
                    .bind(1, path);
    if (!row.step()) return std::nullopt;
    return read_key(row);
  });
}

std::set<ObjectKey> State::keys() {
  return guarded([&] {
    std::set<ObjectKey> keys;
    auto& row = prepared("SELECT family, schema_name, object_name FROM object");
    while (row.step()) keys.insert(read_key(row));
    return keys;
  });
}

std::vector<ObjectKey> State::keys_of(Family family) {
  return guarded([&] {
    return read_keys(prepared("SELECT family, schema_name, object_name FROM object WHERE family = "
                              "?1 ORDER BY schema_name, object_name")
                         .bind(1, static_cast<std::int64_t>(family)));
  });
}

bool State::has_any(Family family) {
  return guarded([&] {
    return prepared("SELECT 1 FROM object WHERE family = ?1 LIMIT 1")
        .bind(1, static_cast<std::int64_t>(family))
        .step();
  });
}

std::vector<ObjectKey> State::naming(Role role, const Name& name) {
  return guarded([&] {
    return read_keys(prepared("SELECT family, o.schema_name, object_name FROM naming AS n JOIN "
                              "object AS o ON o.id = n.object WHERE n.role = ?1 AND n.schema_name "
                              "= ?2 AND n.name = ?3 ORDER BY family, o.schema_name, object_name")
                         .bind(1, static_cast<std::int64_t>(role))
                         .bind(2, name.first)
                         .bind(3, name.second));
  });
}

std::vector<ObjectKey> State::naming_type(const Name& type) { return naming(Role::kType, type); }

std::vector<ObjectKey> State::naming_relation(const Name& table) {
  return naming(Role::kRelation, table);
}

std::vector<Listed> State::listed() {
  return guarded([&] {
    std::vector<Listed> listed;
    auto& row = prepared(
        "SELECT family, schema_name, object_name, path FROM output JOIN object ON id = object "
        "WHERE place = 0 ORDER BY family, schema_name, object_name");
    while (row.step()) listed.push_back({read_key(row), std::string(row.text(3))});
    return listed;
  });
}

void State::put(const StoredObject& stored, const Object& object) {
  guarded([&] {
    auto& row = bind_key(prepared("INSERT INTO object(family, schema_name, object_name, definition)"
                                  " VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET definition = "
                                  "excluded.definition RETURNING id"),
                         stored.key)
                    .bind(4, stored.definition);
    row.step();
    const std::int64_t id = row.integer(0);
    row.reset();
    erase_parts(id);
    put_names(id, Role::kType, types_in(object));
    put_names(id, Role::kRelation, relations_in(object));
    put_paths(id, stored.paths);
  });
}

void State::put_names(std::int64_t id, Role role, const std::vector<Name>& names) {
  for (const auto& [schema, name] : names)
    prepared("INSERT INTO naming VALUES(?1, ?2, ?3, ?4)")
        .bind(1, id)
        .bind(2, static_cast<std::int64_t>(role))
        .bind(3, schema)
        .bind(4, name)
        .run();
}

void State::put_paths(std::int64_t id, const std::vector<std::string>& paths) {
  for (std::size_t place = 0; place < paths.size(); ++place)
    prepared("INSERT INTO output VALUES(?1, ?2, ?3)")
        .bind(1, id)
        .bind(2, static_cast<std::int64_t>(place))
        .bind(3, paths[place])
        .run();
}

void State::erase(const ObjectKey& key) {
  guarded([&] {
    auto& row = bind_key(prepared("DELETE FROM object WHERE family = ?1 AND schema_name = ?2 AND "
                                  "object_name = ?3 RETURNING id"),
                         key);
    if (!row.step()) return;
    const std::int64_t id = row.integer(0);
    row.reset();
    erase_parts(id);
  });
}

/// All that is kept of an object but its own row.
void State::erase_parts(std::int64_t id) {
  prepared("DELETE FROM naming WHERE object = ?1").bind(1, id).run();
  prepared("DELETE FROM output WHERE object = ?1").bind(1, id).run();
}

std::optional<WrittenFile> State::file(const std::string& path) {
  return guarded([&]() -> std::optional<WrittenFile> {
    auto& row = prepared("SELECT * FROM file WHERE path = ?1").bind(1, path);
    if (!row.step()) return std::nullopt;
    return read_file(row);
  });
}

std::vector<WrittenFile> State::files() {
  return guarded([&] {
    std::vector<WrittenFile> files;
    auto& row = prepared("SELECT * FROM file ORDER BY path");
    while (row.step()) files.push_back(read_file(row));
    return files;
  });
}

void State::put(const WrittenFile& file) {
  guarded([&] {
    prepared("INSERT OR REPLACE INTO file VALUES(?1, ?2, ?3, ?4)")
        .bind(1, file.path)
        .bind(2, static_cast<std::int64_t>(file.stamp.inode))
        .bind(3, file.stamp.modified_ns)
        .bind(4, static_cast<std::int64_t>(file.stamp.size))
        .run();
  });
}

void State::erase_file(const std::string& path) {
  guarded([&] { prepared("DELETE FROM file WHERE path = ?1").bind(1, path).run(); });
}

std::vector<std::pair<std::string, FileStamp>> State::folders() {
  return guarded([&] {
    std::vector<std::pair<std::string, FileStamp>> folders;
    auto& row = prepared("SELECT path, inode, modified_ns FROM folder ORDER BY path");
    while (row.step())
      folders.emplace_back(
          row.text(0), FileStamp{static_cast<std::uint64_t>(row.integer(1)), row.integer(2), 0});
    return folders;
  });
}

void State::put_folder(const std::string& path, const std::optional<FileStamp>& stamp) {
  guarded([&] {
    if (!stamp) {
      prepared("DELETE FROM folder WHERE path = ?1").bind(1, path).run();
      return;
    }
    prepared("INSERT OR REPLACE INTO folder VALUES(?1, ?2, ?3)")
        .bind(1, path)
        .bind(2, static_cast<std::int64_t>(stamp->inode))
        .bind(3, stamp->modified_ns)
        .run();
  });
}

}  // namespace ddltrail
