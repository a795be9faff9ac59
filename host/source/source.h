// A database that schemas and changes are read from. What `news` and the `read` functions answer
// belongs to one snapshot of the database. Every failure is an Error that names the database.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "model/change.h"
#include "model/log_state.h"
#include "model/object.h"
#include "model/schema.h"
#include "source/url.h"

namespace ddltrail {

/// Where a reader stands, as text that only the source that made it understands: a cursor of the
/// contract and whatever tells this database from another one. Empty: nothing was read yet.
using Bookmark = std::string;

/// The answer to "what happened since?"
struct News {
  /// Where the reader stands once it has dealt with this.
  Bookmark next;
  /// The database has a log.
  bool has_log = false;
  /// In the order of the log. Nothing: the log cannot tell, so everything must be read.
  std::optional<std::vector<Change>> changes;
  /// Why everything must be read, for people.
  std::string why_everything;
};

/// A place in the trail, as text: a moment (UTC, ISO 8601), or a cursor of the contract, which has
/// slashes. Empty: now.
using Position = std::string;
inline bool is_cursor(const Position& position) { return position.find('/') != Position::npos; }

/// Which changes `ddltrail log` wants; empty fields take all.
struct LogFilter {
  std::string object;  ///< name, or schema.name; the former name counts too
  std::string since;   ///< a date or a time
  std::string actor;
};

/// Objects by their keys, and families as a whole.
struct Wanted {
  Detail detail = Detail::kKeys;
  std::set<ObjectKey> keys;
  std::set<Family> families;

  bool empty() const { return keys.empty() && families.empty(); }
  bool contains(const ObjectKey& key) const {
    return families.contains(key.family) || keys.contains(key);
  }
};

/// SQL that goes to the server at once.
struct ScriptPart {
  ScriptPart(std::string text, int first_line = 0) : sql(std::move(text)), line(first_line) {}
  /// ", line 5", for people: `further` lines below the first one; empty where no file has it.
  std::string place(int further = 0) const {
    return line == 0 ? "" : ", line " + std::to_string(line + further);
  }

  std::string sql;
  int line;  ///< where it begins in a file; 0 where there is none
};

/// What cannot be in a transaction stands alone.
using Sections = std::vector<ScriptPart>;

/// Schema and name of tables -> how many rows they have.
using RowCounts = std::map<std::pair<std::string, std::string>, std::int64_t>;

/// The log cannot tell from there on: it is another one, or begins later.
class UnknownPosition : public Error {
  using Error::Error;
};

class Source {
 public:
  virtual ~Source() = default;
  virtual Engine engine() const = 0;
  /// Of the server, for people.
  virtual std::string server() = 0;
  virtual News news(const Bookmark& since) = 0;
  /// All objects, in the order of the keys.
  virtual std::vector<Object> read_all(Detail detail) = 0;
  /// The wanted ones that exist, in the order of the keys.
  virtual std::vector<Object> read(const Wanted& wanted) = 0;
  /// All that the relations tell of the schema.
  virtual Schema read_schema() = 0;
  /// As of a position, from the log alone: what its definitions hold, see keep_logged(). Throws
  /// Error where the log cannot tell.
  virtual Schema read_schema_at(const Position& position) = 0;
  /// The changes that the one does not know yet and the other does, in the order of the log. Throws
  /// UnknownPosition.
  virtual std::vector<Change> changes_between(const Position& after, const Position& until) = 0;
  /// The schema that a script makes of an empty database of this server. Throws Error where the
  /// script fails. `file`: for people.
  virtual Schema read_script(const Sections& sections, const std::string& file) = 0;
  /// Of tables, with their partitions and children: what the server believes (PostgreSQL), or what
  /// is there (SQLite). Those of which it does not know are left out.
  virtual RowCounts estimated_rows(const std::set<std::pair<std::string, std::string>>& tables) = 0;
  /// Not installed where there is none. Throws Error where it keeps another contract.
  virtual LogState log_state() = 0;
  /// Throws Error where no log is installed.
  virtual std::vector<Change> log(const LogFilter& filter) = 0;
  /// Does nothing where there is a log.
  virtual void install_log() = 0;
};

/// Opens the database. The PostgreSQL source is a module of its own, loaded on demand: its client
/// library takes longer to load than a run with nothing to do takes.
std::unique_ptr<Source> open_source(const Url& url);

}  // namespace ddltrail
