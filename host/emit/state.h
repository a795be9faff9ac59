// The host's memory of one project: where it stands in the log, the objects it knows, the files it
// wrote. A SQLite database in .ddltrail/. It is a cache: of another version, damaged or gone, it is
// made anew and the next run reads everything.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/file_system.h"
#include "base/sqlite.h"
#include "generate/target.h"

namespace ddltrail {

/// A file that the tool wrote.
struct WrittenFile {
  std::string path;
  FileStamp stamp;
};

/// An object as the state keeps it.
struct StoredObject {
  ObjectKey key;
  std::string definition;
  std::vector<std::string> paths;  ///< of its files, see Target::paths_of
};

class State {
 public:
  static constexpr const char* kInMemory = ":memory:";

  /// What any function throws where the file turns out to be damaged: start_anew() helps.
  class Damaged : public Error {
    using Error::Error;
  };

  /// Opens or creates. Throws Error where the folder cannot be written.
  explicit State(std::string path);

  /// Forgets everything. Not within a transaction.
  void start_anew();

  /// All writes happen in one of these; destroyed without commit(), nothing happened.
  class Transaction {
   public:
    explicit Transaction(State& state);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

   private:
    State* state_;
  };

  /// Short facts, by name; empty where there is none.
  std::string get(std::string_view name);
  void set(std::string_view name, std::string_view value);

  std::optional<StoredObject> object(const ObjectKey& key);
  /// Whose file it is.
  std::optional<ObjectKey> owner_of(const std::string& path);
  std::set<ObjectKey> keys();
  /// Sorted.
  std::vector<ObjectKey> keys_of(Family family);
  bool has_any(Family family);
  /// The tables with a column of the type, see types_in(); sorted.
  std::vector<ObjectKey> naming_type(const Name& type);
  /// What refers to the table, see relations_in(); sorted.
  std::vector<ObjectKey> naming_relation(const Name& table);
  /// Objects that have files, in the order of their keys.
  std::vector<Listed> listed();
  void put(const StoredObject& stored, const Object& object);
  void erase(const ObjectKey& key);

  std::optional<WrittenFile> file(const std::string& path);
  std::vector<WrittenFile> files();
  void put(const WrittenFile& file);
  void erase_file(const std::string& path);

  /// The output folders as they were left.
  std::vector<std::pair<std::string, FileStamp>> folders();
  void put_folder(const std::string& path, const std::optional<FileStamp>& stamp);

 private:
  void open();
  bool is_usable();
  void rebuild();
  void reset_statements();
  enum class Role { kType, kRelation };
  std::vector<ObjectKey> naming(Role role, const Name& name);
  void put_names(std::int64_t id, Role role, const std::vector<Name>& names);
  void put_paths(std::int64_t id, const std::vector<std::string>& paths);
  void erase_parts(std::int64_t id);
  template <class Work>
  auto guarded(Work work);
  /// Prepared statements live as long as the state.
  sqlite::Statement& prepared(const char* sql);

  std::string path_;
  std::unique_ptr<sqlite::Connection> connection_;
  std::vector<std::pair<const char*, std::unique_ptr<sqlite::Statement>>> statements_;
};

}  // namespace ddltrail
