#include "cli/schema_argument.h"

#include <algorithm>

#include "base/error.h"
#include "base/file_system.h"
#include "cli/moment.h"
#include "cli/project.h"
#include "cli/report.h"
#include "generate/typescript/entity_manifest.h"
#include "migrate/dialect.h"
#include "model/snapshot.h"
#include "source/script.h"
#include "source/source.h"

namespace ddltrail {
namespace {

std::string read_file(const std::string& path) {
  if (auto text = disk()->read(path)) return *std::move(text);
  throw Error(
      "there is no such file", path,
      "Name a database URL, a snapshot (.json), a DDL file (.sql) or a moment (@2026-11-01).");
}

/// What pg_dump writes for psql, around all else.
bool is_of_psql(std::string_view statement) {
  return statement.starts_with("\\restrict ") || statement.starts_with("\\unrestrict ");
}

/// As many lines as before.
std::string without_psql(const std::string& script) {
  std::string text;
  for (std::size_t at = 0; at < script.size();) {
    const std::size_t end = std::min(script.find('\n', at), script.size() - 1) + 1;
    const std::string_view line(script.data() + at, end - at);
    is_of_psql(line) ? text += '\n' : text += line;
    at = end;
  }
  return text;
}

Schema read_script_file(const std::string& content, const std::string& file, const Url& beside) {
  Sections statements;
  try {
    for (const migrate::Piece& piece :
         migrate::dialect_of(beside.engine).split(without_psql(content)))
      if (!piece.is_comment) statements.emplace_back(piece.text, piece.line);
  } catch (const Error& error) {
    throw Error(std::string("the script failed (") + error.what() + ")", file,
                "Mend what stands there.");
  }
  return read_script(statements, file, beside);
}

}  // namespace

bool SchemaArgument::is_url() const {
  return text.starts_with("postgresql://") || text.starts_with("postgres://") ||
         text.starts_with("sqlite:");
}

Position SchemaArgument::position() const {
  const std::string rest = text.substr(1);
  return is_cursor(rest) ? rest : moment(rest);
}

std::string_view SchemaArgument::kind() const {
  if (is_url()) return "database";
  if (is_position()) return is_cursor(text.substr(1)) ? "cursor" : "moment";
  return is_script() ? "script" : "snapshot";
}

std::string SchemaArgument::shown() const { return is_url() ? Url::parse(text).shown() : text; }

std::optional<Url> database_beside(std::initializer_list<SchemaArgument> arguments,
                                   const std::string& scratch) {
  if (std::none_of(arguments.begin(), arguments.end(),
                   [](const SchemaArgument& argument) { return argument.needs_database(); }))
    return std::nullopt;
  if (!scratch.empty()) return Url::parse(scratch);
  for (const SchemaArgument& argument : arguments)
    if (argument.is_url()) return Url::parse(argument.text);
  return resolve_url("", Config::read_if_there().url);
}

Schema read_database(const Url& url) { return open_source(url)->read_schema(); }

Schema read_schema(const SchemaArgument& argument, const Url* beside) {
  if (argument.is_url()) return read_database(Url::parse(argument.text));
  if (argument.is_position()) return open_source(*beside)->read_schema_at(argument.position());
  const std::string content = read_file(argument.text);
  if (argument.is_script()) return read_script_file(content, argument.text, *beside);
  return typescript::is_entity_manifest(content)
             ? typescript::read_entity_manifest(content, argument.text)
             : read_snapshot(content, argument.text);
}

}  // namespace ddltrail
