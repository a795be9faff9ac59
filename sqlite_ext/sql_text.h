// What can be told from the text of a statement: whether it changes the schema of a database, its
// command tag, and the text without comments and literals. Not a parser: what a
// statement did is read from the schema.
#pragma once

#include <string>
#include <string_view>

namespace ddltrail {

enum class StatementClass {
  kOther,   // no schema statement, or one of the temporary database
  kSchema,  // CREATE, ALTER, DROP, ANALYZE, as far as the text tells
  kVacuum,
  kAttach,
};

struct Classified {
  StatementClass statement_class = StatementClass::kOther;
  std::string tag;  // CREATE TABLE, ...
};

/// No schema statement begins with this letter, nor does a comment: what most statements are told
/// by.
constexpr bool begins_otherwise(char first) {
  constexpr auto bit = [](char letter) { return 1U << (letter & 0x1f); };
  constexpr unsigned kSchema = bit('A') | bit('C') | bit('D') | bit('V');
  const bool is_letter = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
  return is_letter && (bit(first) & kSchema) == 0;
}

/// Cheap: false for everything whose first keyword cannot begin a schema statement
/// or ATTACH.
bool may_change_schema(std::string_view sql);

/// BEGIN, COMMIT, END, ROLLBACK or RELEASE.
bool bounds_transaction(std::string_view sql);

Classified classify(std::string_view sql);

/// ROLLBACK, also to a savepoint.
bool is_rollback(std::string_view sql);

/// Comments dropped and every literal (string, blob, number) replaced by a question mark.
std::string redact(std::string_view sql);

/// The statement without what surrounds it.
std::string_view trim(std::string_view sql);

}  // namespace ddltrail
