// A schema as it is named on the command line: a database URL, a snapshot or an entity manifest
// (FILE.json), a DDL file (FILE.sql), or a position of the trail: a moment (@2026-11-01) or a
// cursor (@1/...).
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "model/schema.h"
#include "source/source.h"
#include "source/url.h"

namespace ddltrail {

struct SchemaArgument {
  std::string text;

  bool is_url() const;
  bool is_position() const { return text.starts_with('@'); }
  /// Of one that is. Throws Error where it is neither a moment nor a cursor.
  Position position() const;
  bool is_script() const { return text.ends_with(".sql"); }
  /// database, cursor, moment, script, or, of other files, snapshot.
  std::string_view kind() const;
  /// As it may be shown to anybody.
  std::string shown() const;
  /// It can only be read with a database: the trail, or one beside which a script is run.
  bool needs_database() const { return is_position() || is_script(); }
};

/// The database for those that need one: `scratch` (--scratch) where it is not empty, else one that
/// is named among them, else that of the project.
std::optional<Url> database_beside(std::initializer_list<SchemaArgument> arguments,
                                   const std::string& scratch);

/// Says on stderr what could not be read. Throws Error.
Schema read_database(const Url& url);

/// `beside`: the database that it needs. Throws Error.
Schema read_schema(const SchemaArgument& argument, const Url* beside);

}  // namespace ddltrail
