#include "source/postgres/broken_objects.h"

#include <limits>
#include <optional>

#include "base/warning.h"

namespace ddltrail {
namespace {

/// The catalog that `c` stands for in the text: `FROM pg_catalog.pg_class c`. Else empty.
std::string catalog_of(std::string_view relation_text) {
  constexpr std::string_view kBefore = "\nFROM pg_catalog.";
  for (auto at = relation_text.find(kBefore); at != std::string_view::npos;
       at = relation_text.find(kBefore, at + 1)) {
    const std::string_view rest = relation_text.substr(at + kBefore.size());
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (line.ends_with(" c")) return std::string(line.substr(0, line.size() - 2));
  }
  return "";
}

/// What `read` failed with, for a broken object.
template <class Read>
std::optional<StatementFailure> attempt(Session& session, Read read) {
  session.execute("SAVEPOINT whole");
  std::optional<StatementFailure> failure;
  try {
    read();
  } catch (const StatementFailure& caught) {
    if (!BrokenObjects::is_sign(caught)) throw;
    failure = caught;
  }
  session.execute(failure ? "ROLLBACK TO whole; RELEASE whole" : "RELEASE whole");
  return failure;
}

/// Prints every value of every row, and returns one.
std::string probe(std::string_view relation_text, const std::string& condition) {
  return "SELECT sum(pg_column_size(r)) FROM (" + std::string(relation_text) + condition + ") AS r";
}

std::int64_t last_id(Session& session, const std::string& catalog) {
  if (catalog.empty()) return std::numeric_limits<std::uint32_t>::max();
  return session.query("SELECT COALESCE(max(oid), 0) FROM pg_catalog." + catalog)[0][0]
      .as<std::int64_t>();
}

/// For people. A routine with arguments of a type that is gone is known by its name alone.
std::string name_of(Session& session, const std::string& catalog, std::int64_t id) {
  std::string name;
  const auto read = [&](const char* query) {
    name = session.query(query, std::to_string(id), catalog)[0][0].c_str();
  };
  const auto failure = attempt(session, [&] {
    read(
        "SELECT o.type || ' \"' || o.identity || '\"'"
        " FROM pg_identify_object(NULLIF($2, '')::regclass, $1::oid, 0) o");
  });
  if (failure)
    read(
        "SELECT CASE $2 WHEN 'pg_proc' THEN 'routine \"' || $1::oid::regproc || '\"'"
        " ELSE 'object ' || $1::oid END");
  return name.empty() ? "object " + std::to_string(id) : name;
}

}  // namespace

void BrokenObjects::find(Session& session, std::string_view relation_text) {
  find_between(session, relation_text, 0, last_id(session, catalog_of(relation_text)));
}

void BrokenObjects::find_between(Session& session, std::string_view relation_text, Id first,
                                 Id last) {
  const std::string part =
      " AND c.oid BETWEEN " + std::to_string(first) + " AND " + std::to_string(last);
  const auto failure = attempt(
      session, [&] { session.query(probe(relation_text, condition(relation_text) + part)); });
  if (!failure) return;
  if (first == last) return add(session, catalog_of(relation_text), first, *failure);
  const Id middle = first + (last - first) / 2;
  find_between(session, relation_text, first, middle);
  find_between(session, relation_text, middle + 1, last);
}

void BrokenObjects::add(Session& session, const std::string& catalog, Id id,
                        const StatementFailure& failure) {
  ids_[catalog].insert(id);
  warn(name_of(session, catalog, id) +
       " is left out, since the server cannot read it: " + first_line(failure.message));
}

std::string BrokenObjects::condition(std::string_view relation_text) const {
  const auto found = ids_.find(catalog_of(relation_text));
  if (found == ids_.end()) return "";
  std::string list;
  for (const Id id : found->second) list += (list.empty() ? "" : ", ") + std::to_string(id);
  return " AND c.oid NOT IN (" + list + ")";
}

}  // namespace ddltrail
