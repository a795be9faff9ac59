#include "source/postgres/session.h"

#include "source/url.h"

namespace ddltrail {
namespace {

/// No operators but the server's own, types with their schemas, times as the readers expect them.
constexpr const char* kBeginSnapshot =
    "SET client_encoding = 'UTF8'; SET search_path = pg_catalog; SET TimeZone = 'UTC'; "
    "SET DateStyle = 'ISO, MDY'; "
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Defaults and queries are printed alike only under these settings. Compiling the catalog queries
/// takes longer than running them; looking for another order of their joins than the one that they
/// are written in takes as long as reading a hundred tables. The server expects fewer rows than
/// there are, so that it looks up one by one what it could hash.
constexpr const char* kPrepareRelations =
    "CLOSE ALL; SET LOCAL jit = off; SET LOCAL join_collapse_limit = 1; "
    "SET LOCAL enable_memoize = off; SET LOCAL enable_mergejoin = off; "
    "SET LOCAL cursor_tuple_fraction = 1; SET LOCAL IntervalStyle = postgres; "
    "SET LOCAL bytea_output = hex; SET LOCAL extra_float_digits = 1; SET LOCAL lc_monetary = 'C'; "
    "SET LOCAL quote_all_identifiers = off; ";

/// Where the client library cannot read the URL it repeats parts of it, a password perhaps.
bool repeats_the_url(std::string_view message) {
  for (const std::string_view sign : {"percent-encoded", "invalid integer", "invalid port", "URI"})
    if (message.find(sign) != std::string_view::npos) return true;
  return false;
}

}  // namespace

std::string first_line(std::string_view text) {
  for (const std::string_view prefix : {"FATAL:  ", "ERROR:  "})
    if (const auto at = text.find(prefix); at != std::string_view::npos)
      text.remove_prefix(at + prefix.size());
  while (text.starts_with('\n') || text.starts_with(' ')) text.remove_prefix(1);
  return std::string(text.substr(0, text.find('\n')));
}

Session::Session(const std::string& url) : shown_url_(Url{Engine::kPostgres, url}.shown()) {
  try {
    connection_ = std::make_unique<pqxx::connection>(url);
    work_ = std::make_unique<pqxx::nontransaction>(*connection_);
  } catch (const std::exception& error) {
    const bool is_malformed = repeats_the_url(error.what());
    const std::string why = is_malformed ? "the URL is malformed" : first_line(error.what());
    throw Error("cannot connect to the database (" + why + ")", shown_url_,
                "Check host, port, user and password; a password can come from PGPASSWORD or "
                "~/.pgpass.");
  }
}

void Session::begin_snapshot() {
  guarded([&] {
    work_->exec(std::string(was_begun_ ? "ROLLBACK; " : "") + kBeginSnapshot);
    was_begun_ = true;
    return 0;
  });
}

void Session::end_snapshot() {
  if (was_begun_) execute("ROLLBACK");
  was_begun_ = false;
}

void Session::prepare_relations() { before_reading_ = kPrepareRelations; }

void Session::execute(const std::string& sql) {
  guarded([&] {
    work_->exec(sql);
    return 0;
  });
}

void Session::execute_quietly(const std::string& sql) {
  const pqxx::quiet_errorhandler quiet(*connection_);
  execute(sql);
}

void Session::explain(const StatementFailure& failure) const {
  const bool is_privilege = failure.sqlstate == kInsufficientPrivilege;
  throw Error("the database refused (" + first_line(failure.message) + ")", shown_url_,
              is_privilege ? "Grant the privilege to the role, or connect as another one."
                           : "Read the message of the server, SQLSTATE " + failure.sqlstate + ".");
}

}  // namespace ddltrail
