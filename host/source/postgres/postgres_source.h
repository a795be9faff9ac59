// PostgreSQL as a source.
#pragma once

#include <map>

#include "source/postgres/broken_objects.h"
#include "source/postgres/session.h"
#include "source/source.h"

namespace ddltrail {

class PostgresSource : public Source {
 public:
  explicit PostgresSource(const std::string& url) : url_(url), session_(url) {}

  Engine engine() const override { return Engine::kPostgres; }
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
  std::string is_known_at(const Position& position) const;
  /// The query for the rows of the schema at a position, with their relations.
  std::string rows_at(const Position& position) const;
  /// Says who reads.
  Schema empty_schema();
  /// Runs `work`, turning StatementFailure into Error.
  template <class Work>
  auto guarded(Work work);
  /// A position that the log does not know is told by name.
  template <class Work>
  auto guarded_at(const Position& position, Work work);
  /// Reads once more, without the objects that `find_broken` finds, where the server says that some
  /// are broken.
  template <class FindBroken, class Read>
  auto despite_broken_objects(FindBroken find_broken, Read read);
  template <class Struct>
  void find_broken();
  void need_snapshot();
  LogState read_log_state();
  News news_since(const Bookmark& since);
  News everything(std::string why);
  /// Calls `take` with each row of the relation, or of those that the conditions leave.
  template <class Struct, class Take>
  void for_each(const std::string& condition, Take take);
  /// The objects for which the conditions on their families hold.
  std::vector<Object> read_objects(Detail detail, const std::map<Family, std::string>& conditions);

  std::string url_;
  Session session_;
  BrokenObjects broken_objects_;
  bool has_snapshot_ = false;
};

}  // namespace ddltrail
