// SQLite as a source. Opens the file read-only; writes only to install the log and to have the
// extension record what a connection without it changed.
#pragma once

#include "base/sqlite.h"
#include "source/source.h"
#include "source/sqlite/bookmark.h"

namespace ddltrail {

class SqliteSource : public Source {
 public:
  /// Throws Error where there is no such database.
  explicit SqliteSource(std::string path);

  Engine engine() const override { return Engine::kSqlite; }
  std::string server() override;
  News news(const Bookmark& since) override;
  std::vector<Object> read_all(Detail detail) override;
  std::vector<Object> read(const Wanted& wanted) override;
  Schema read_schema() override;
  Schema read_schema_at(const Position& position) override;
  std::vector<Change> changes_between(const Position& after, const Position& until) override;
  Schema read_script(const Sections& sections, const std::string& file) override;
  RowCounts estimated_rows(const std::set<std::pair<std::string, std::string>>& tables) override;
  LogState log_state() override;
  std::vector<Change> log(const LogFilter& filter) override;
  void install_log() override;

 private:
  /// An SQL condition on the rows of change_log: the position knows them.
  std::string is_known_at(const Position& position);
  sqlite::Connection& connection();
  void roll_back_killed_writer();
  std::int64_t schema_version();
  /// Runs `work`, turning sqlite::Failure into Error. Runs it again where it failed for an object
  /// whose text is damaged, without such objects.
  template <class Work>
  auto guarded(Work work);

  News ordinary_news(const std::optional<SqliteBookmark>& since);
  std::optional<News> news_through_window(const SqliteBookmark& since);
  std::int64_t last_schema_version(std::int64_t last_id);
  SqliteBookmark bookmark_now(const LogState& state);
  /// Has the extension record what it has not seen; false where it cannot write.
  bool capture();
  void forget_snapshot();
  void with_extension(const char* sql);
  void warn_of_broken_objects();
  std::vector<Change> changes_after(std::int64_t id);

  std::string path_;
  FileIdentity file_;
  std::unique_ptr<sqlite::Connection> connection_;
  bool in_snapshot_ = false;
  bool is_tolerant_ = false;  // goes on without objects whose text is damaged
};

}  // namespace ddltrail
