#include "source/postgres/postgres_source.h"

#include <fmt/format.h>

#include "contract_mirrors.h"
#include "model/assembly.h"
#include "postgres_relations.h"
#include "source/postgres/empty_relations.h"
#include "source/postgres/lost_types.h"
#include "source/postgres/scratch_database.h"
#include "source/relation_query.h"

namespace ddltrail {
namespace {

/// What the server says where there is no such schema, relation or function.
bool is_absent(const StatementFailure& failure) {
  return failure.sqlstate == "3F000" || failure.sqlstate == "42P01" || failure.sqlstate == "42883";
}

bool is_unknown_position(const StatementFailure& failure) { return failure.sqlstate == "22023"; }

bool is_broken_log(const StatementFailure& failure) { return failure.sqlstate == "55000"; }

/// Calls `visit<Struct>(family)` for each relation that objects are made of, tables first.
template <class Visit>
void for_each_part(Detail detail, Visit visit) {
  visit.template operator()<Table>(Family::kTable);
  visit.template operator()<Column>(Family::kTable);
  visit.template operator()<EnumType>(Family::kEnum);
  visit.template operator()<Domain>(Family::kDomain);
  visit.template operator()<CompositeType>(Family::kCompositeType);
  visit.template operator()<RoutineSignature>(Family::kRoutine);
  visit.template operator()<ProvenColumns>(Family::kProvenColumns);
  visit.template operator()<RangeType>(Family::kRangeType);
  if (detail == Detail::kColumns) return;
  visit.template operator()<TableKey>(Family::kTable);
  visit.template operator()<Check>(Family::kTable);
  visit.template operator()<Reference>(Family::kTable);
  visit.template operator()<TableIndex>(Family::kIndex);
}

/// Of a relation with a row for each column: one for each view. An INSTEAD OF trigger or rule takes
/// values for any column, whatever is below.
std::string grouped_by_view(const std::string& text) {
  const auto names = [](const char* condition) {
    return fmt::format(
        "COALESCE(pg_catalog.json_agg(column_name ORDER BY column_name COLLATE \"C\")"
        " FILTER (WHERE {}), '[]')",
        condition);
  };
  const auto relation = [](const char* schema, const char* name) {
    return fmt::format(
        "(SELECT oid FROM pg_catalog.pg_class WHERE relname = {} AND relnamespace ="
        " (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = {}))",
        name, schema);
  };
  const std::string is_generated =
      "EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE attrelid = " +
      relation("source_schema", "source_table") +
      " AND attname = source_column AND (attgenerated <> '' OR attidentity = 'a'))";
  const std::string view = relation("schema_name", "view_name");
  const std::string is_taken_over =
      "EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgrelid = " + view +
      " AND tgtype & 68 = 68) OR EXISTS (SELECT FROM pg_catalog.pg_rewrite WHERE ev_class = " +
      view + " AND ev_type = '3' AND is_instead AND ev_qual::pg_catalog.text = '<>')";
  const std::string generated = is_generated + " AND NOT (" + is_taken_over + ")";
  return "SELECT schema_name, view_name, " + names("NOT is_nullable") + " AS columns, " +
         names(generated.c_str()) + " AS generated FROM (" + text +
         "\n) AS r GROUP BY schema_name, view_name";
}

/// The count of the last VACUUM or ANALYZE, grown as the file has since. Of a table that it never
/// saw the server knows nothing, and so of what such a table is a part of.
std::string row_estimates(const Session& session,
                          const std::set<std::pair<std::string, std::string>>& tables) {
  std::string wanted;
  for (const auto& [schema, name] : tables)
    wanted += fmt::format("{}({}, {})", wanted.empty() ? "" : ", ", session.quote(schema),
                          session.quote(name));
  return fmt::format(
      "WITH RECURSIVE wanted (schema_name, table_name) AS (VALUES {}), part (root, oid) AS ("
      " SELECT c.oid, c.oid FROM wanted"
      " JOIN pg_catalog.pg_namespace n ON n.nspname = schema_name"
      " JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = table_name"
      " UNION SELECT part.root, i.inhrelid FROM part"
      " JOIN pg_catalog.pg_inherits i ON i.inhparent = part.oid)"
      " SELECT pg_catalog.min(n.nspname::text), pg_catalog.min(root.relname::text),"
      " pg_catalog.round(pg_catalog.sum(CASE WHEN c.relpages > 0 THEN"
      " c.reltuples / c.relpages * (pg_catalog.pg_relation_size(c.oid) /"
      " pg_catalog.current_setting('block_size')::integer) ELSE 0 END))::bigint"
      " FROM part JOIN pg_catalog.pg_class c ON c.oid = part.oid"
      " JOIN pg_catalog.pg_class root ON root.oid = part.root"
      " JOIN pg_catalog.pg_namespace n ON n.oid = root.relnamespace GROUP BY root.oid"
      " HAVING pg_catalog.bool_and(c.relkind = 'p' OR (c.relkind IN ('r', 'm') AND"
      " (c.relpages > 0 OR pg_catalog.pg_relation_size(c.oid) = 0)))",
      wanted);
}

/// Where the text of the family's relations has the name of the object.
std::string name_column(Family family) {
  switch (family) {
    case Family::kTable:
    case Family::kProvenColumns:
      return "c.relname";
    case Family::kIndex:
      return "own.relname";
    case Family::kRoutine:
      return "c.proname || '(' || pg_catalog.pg_get_function_identity_arguments(c.oid) || ')'";
    default:
      return "c.typname";
  }
}

/// How many lines of the statement stand above the one that the server shows.
int lines_above(const std::string& message) {
  constexpr std::string_view kLine = "\nLINE ";
  const std::size_t at = message.find(kLine);
  return at == std::string::npos ? 0 : std::atoi(message.c_str() + at + kLine.size()) - 1;
}

}  // namespace

template <class Work>
auto PostgresSource::guarded(Work work) {
  try {
    return work();
  } catch (const StatementFailure& failure) {
    session_.explain(failure);
  }
}

void PostgresSource::need_snapshot() {
  if (has_snapshot_) return;
  session_.begin_snapshot();
  has_snapshot_ = true;
}

std::string PostgresSource::server() {
  return guarded([&] {
    need_snapshot();
    return "PostgreSQL " + std::string(session_.query("SHOW server_version")[0][0].c_str());
  });
}

News PostgresSource::news(const Bookmark& since) {
  return guarded([&] {
    need_snapshot();
    try {
      return since.empty() ? everything("nothing was read yet") : news_since(since);
    } catch (const StatementFailure& failure) {
      session_.begin_snapshot();
      if (is_absent(failure)) return News{"", false, std::nullopt, "the database has no log"};
      if (is_broken_log(failure)) return everything(first_line(failure.message));
      if (is_unknown_position(failure))
        return everything("the log is not the one that was read last");
      throw;
    }
  });
}

News PostgresSource::everything(std::string why) {
  if (!read_log_state().is_installed()) return {"", false, std::nullopt, "the database has no log"};
  const auto cursor = session_.query("SELECT ddltrail.current_cursor()");
  return {cursor[0][0].c_str(), true, std::nullopt, std::move(why)};
}

/// One question, and a cheap one: most runs find that nothing happened. Then the old cursor stays
/// good, however far the server moves on.
News PostgresSource::news_since(const Bookmark& since) {
  News news{since, true, std::nullopt, ""};
  news.changes = read_rows<Change>(session_.query(
      "SELECT " + select_list<Change>() + " FROM ddltrail.changes_since($1)", since));
  if (!news.changes->empty())
    news.next = session_.query("SELECT ddltrail.current_cursor()")[0][0].c_str();
  return news;
}

template <class Struct, class Take>
void PostgresSource::for_each(const std::string& condition, Take take) {
  const std::string text(relation_text(postgres_sql::kRelations, Mirror<Struct>::kRelation));
  std::string rows = text + condition + broken_objects_.condition(text);
  if constexpr (std::is_same_v<Struct, ProvenColumns>) rows = grouped_by_view(rows);
  session_.for_each<Struct>(relation_query<Struct>(rows), [&](Struct row) {
    warn_of_lost_types(row);
    take(std::move(row));
  });
}

template <class FindBroken, class Read>
auto PostgresSource::despite_broken_objects(FindBroken find_broken, Read read) {
  return guarded([&] {
    need_snapshot();
    session_.prepare_relations();
    try {
      return read();
    } catch (const StatementFailure& failure) {
      if (!BrokenObjects::is_sign(failure)) throw;
    }
    session_.begin_snapshot();
    session_.prepare_relations();
    find_broken();
    return read();
  });
}

template <class Struct>
void PostgresSource::find_broken() {
  broken_objects_.find(session_,
                       relation_text(postgres_sql::kRelations, Mirror<Struct>::kRelation));
}

std::vector<Object> PostgresSource::read_objects(Detail detail,
                                                 const std::map<Family, std::string>& conditions) {
  const auto find = [&] {
    for_each_part(detail, [&]<class Struct>(Family) { find_broken<Struct>(); });
  };
  return despite_broken_objects(find, [&] {
    Assembly assembly;
    for_each_part(detail, [&]<class Struct>(Family family) {
      const auto condition = conditions.find(family);
      if (condition == conditions.end()) return;
      for_each<Struct>(condition->second, [&](Struct row) { assembly.add(std::move(row)); });
    });
    return assembly.finish();
  });
}

std::vector<Object> PostgresSource::read_all(Detail detail) {
  return guarded([&] {
    need_snapshot();
    const auto empty = empty_relations(session_);
    std::map<Family, std::string> conditions;
    for_each_part(detail, [&]<class Struct>(Family family) {
      if (!empty.contains(Mirror<Struct>::kRelation)) conditions[family] = "";
    });
    return read_objects(detail, conditions);
  });
}

/// Families that are read by name have conditions on the columns that name their objects.
std::vector<Object> PostgresSource::read(const Wanted& wanted) {
  std::map<Family, std::string> conditions;
  for (const ObjectKey& key : wanted.keys) {
    std::string& condition = conditions[key.family];
    condition += condition.empty() ? " AND (" : " OR ";
    condition += "(n.nspname = " + session_.quote(key.schema) + " AND " + name_column(key.family) +
                 " = " + session_.quote(key.name) + ")";
  }
  for (auto& [family, condition] : conditions) condition += ')';
  for (const Family family : wanted.families) conditions[family] = "";
  return read_objects(wanted.detail, conditions);
}

Schema PostgresSource::empty_schema() {
  Schema schema{Engine::kPostgres};
  schema.reader = session_.query("SELECT current_user")[0][0].c_str();
  return schema;
}

Schema PostgresSource::read_schema() {
  const auto find = [&] {
    const Schema relations;
    for_each_relation(relations,
                      [&]<class Struct>(const std::vector<Struct>&) { find_broken<Struct>(); });
  };
  return despite_broken_objects(find, [&] {
    Schema schema = empty_schema();
    const auto empty = empty_relations(session_);
    for_each_relation(schema, [&]<class Struct>(std::vector<Struct>& rows) {
      if (empty.contains(Mirror<Struct>::kRelation)) return;
      for_each<Struct>("", [&](Struct row) { rows.push_back(std::move(row)); });
    });
    sort(schema);
    return schema;
  });
}

/// What schema_at() does, of the rows that the cursor has seen.
std::string PostgresSource::rows_at(const Position& position) const {
  if (!is_cursor(position))
    return "SELECT relation, row FROM ddltrail.schema_at(" + session_.quote(position) +
           "::timestamptz)";
  return "SELECT part.key, item.value FROM ("
         "SELECT DISTINCT ON (ddltrail.catalog_of(c.object_kind), c.object_id) c.definition"
         " FROM ddltrail.change_log c JOIN ddltrail.log USING (log_id)"
         " WHERE ddltrail.catalog_of(c.object_kind) IS NOT NULL AND " +
         is_known_at(position) +
         " ORDER BY ddltrail.catalog_of(c.object_kind), c.object_id, c.id DESC) last"
         " CROSS JOIN LATERAL jsonb_each(last.definition) part"
         " CROSS JOIN LATERAL jsonb_array_elements(part.value) item";
}

template <class Work>
auto PostgresSource::guarded_at(const Position& position, Work work) {
  return guarded([&] {
    try {
      return work();
    } catch (const StatementFailure& failure) {
      if (is_absent(failure))
        throw Error("the database has no log", session_.shown_url(),
                    "Run `ddltrail init` to install one.");
      if (!is_unknown_position(failure)) throw;
      throw UnknownPosition(
          first_line(failure.message), position,
          "The log tells from its beginning on, or from where it was pruned; `SELECT "
          "ddltrail.current_cursor()` gives a cursor of it.");
    }
  });
}

Schema PostgresSource::read_schema_at(const Position& position) {
  return guarded_at(position, [&] {
    need_snapshot();
    Schema schema = empty_schema();
    for (const pqxx::row& row : session_.query(rows_at(position)))
      add_row(schema, row[0].c_str(), Json::parse(row[1].c_str()));
    sort(schema);
    return schema;
  });
}

std::vector<Change> PostgresSource::changes_between(const Position& after, const Position& until) {
  return guarded_at(is_cursor(after) ? after : until, [&] {
    need_snapshot();
    return read_rows<Change>(session_.query(
        "SELECT " + select_list<Change>() +
        " FROM ddltrail.change_log c WHERE log_id IN (SELECT log_id FROM ddltrail.log) AND NOT (" +
        is_known_at(after) + ") AND " + is_known_at(until) + " ORDER BY id"));
  });
}

std::string PostgresSource::is_known_at(const Position& position) const {
  if (position.empty()) return "true";
  const std::string text = session_.quote(position);
  return is_cursor(position)
             ? "c.id NOT IN (SELECT later.id FROM ddltrail.changes_since(" + text + ") later)"
             : "c.logged_at <= " + text + "::timestamptz";
}

Schema PostgresSource::read_script(const Sections& sections, const std::string& file) {
  const std::string kind_of_server = server();
  has_snapshot_ = false;
  const ScratchDatabase scratch(session_, url_);
  PostgresSource source(scratch.url());
  source.session_.execute("SET synchronous_commit = off");
  for (const ScriptPart& part : sections) {
    try {
      source.session_.execute(part.sql);
    } catch (const StatementFailure& failure) {
      throw Error("the script failed (" + first_line(failure.message) +
                      part.place(lines_above(failure.message)) + ")",
                  file,
                  "Mend what stands there; the script has to run on an empty database of " +
                      kind_of_server + ".");
    }
  }
  return source.read_schema();
}

RowCounts PostgresSource::estimated_rows(
    const std::set<std::pair<std::string, std::string>>& tables) {
  return guarded([&] {
    need_snapshot();
    RowCounts counts;
    for (const pqxx::row& row : session_.query(row_estimates(session_, tables)))
      counts[{row[0].c_str(), row[1].c_str()}] = row[2].as<std::int64_t>();
    return counts;
  });
}

LogState PostgresSource::log_state() {
  return guarded([&] {
    need_snapshot();
    try {
      return read_log_state();
    } catch (const StatementFailure& failure) {
      if (!is_absent(failure)) throw;
      session_.begin_snapshot();
      return LogState{};
    }
  });
}

/// Not installed where ddltrail.log has no row. Throws StatementFailure where there is no
/// extension.
LogState PostgresSource::read_log_state() {
  const auto states = read_rows<LogState>(
      session_.query("SELECT " + select_list<LogState>() + " FROM ddltrail.log_state"));
  if (states.empty()) return {};
  states.front().require_known_contract(session_.shown_url());
  return states.front();
}

std::vector<Change> PostgresSource::log(const LogFilter& filter) {
  if (!log_state().is_installed())
    throw Error("the database has no log", session_.shown_url(),
                "Run `ddltrail init`, or CREATE EXTENSION ddltrail, to install one.");
  return guarded([&] {
    return read_rows<Change>(session_.query(
        "SELECT " + select_list<Change>() +
            " FROM ddltrail.change_log WHERE ($1 = '' OR $1 IN (object_name, previous_name,"
            " schema_name || '.' || object_name))"
            " AND logged_at >= COALESCE(NULLIF($2, ''), '-infinity')::timestamptz"
            " AND ($3 = '' OR actor = $3) ORDER BY id",
        filter.object, filter.since, filter.actor));
  });
}

void PostgresSource::install_log() {
  try {
    session_.execute("ROLLBACK; CREATE EXTENSION IF NOT EXISTS ddltrail");
    has_snapshot_ = false;
  } catch (const StatementFailure& failure) {
    constexpr std::string_view kNotAvailable = "0A000";
    if (failure.sqlstate != kNotAvailable) session_.explain(failure);
    throw Error("the server does not have the extension ddltrail", session_.shown_url(),
                "Install it there with `make -f Makefile.pgxs install`.");
  }
}

}  // namespace ddltrail

/// Called by open_source through dlsym. Errors leave as ddltrail::Error.
extern "C" ddltrail::Source* ddltrail_open_postgres(const char* url) {
  return new ddltrail::PostgresSource(url);
}
