#include "migrate/bare_script.h"

#include <fmt/format.h>

#include "base/error.h"

namespace ddltrail::migrate {
namespace {

bool begins_transaction(const std::string& sql, const Dialect& dialect) {
  return sql == dialect.begin || first_words(sql, 1) == "BEGIN" ||
         first_words(sql, 2) == "START TRANSACTION";
}

bool ends_transaction(const std::string& sql, const Dialect& dialect) {
  const std::string word = first_words(sql, 1);
  return sql == dialect.commit || word == "COMMIT" || word == "END";
}

bool switches_foreign_keys(const std::string& sql, const Dialect& dialect) {
  return sql == dialect.foreign_keys_off || sql == dialect.foreign_keys_on;
}

bool is_setting(const Statement& statement) {
  const std::string word = first_words(statement.sql, 1);
  return word == "SET" || word == "RESET";
}

Script without_settings(const Script& script) {
  Script result = script;
  result.sections.clear();
  for (const Section& section : script.sections)
    for (const Statement& statement : section.statements)
      if (!is_setting(statement))
        add_statement(result, statement.sql, section.is_transactional, statement.line);
  return result;
}

}  // namespace

bool must_be_bare(const Script& script) {
  return !script.has_transactions_only() || script.has_foreign_keys_off;
}

std::string write_bare(const Script& script, const Dialect& dialect) {
  Script head = script;
  head.sections.clear();
  std::string text = write_script(head);
  if (script.has_foreign_keys_off) text += fmt::format("{};\n", dialect.foreign_keys_off);
  for (const Section& section : script.sections) {
    text += section.is_transactional ? fmt::format("\n{};\n", dialect.begin) : "\n";
    for (const Statement& statement : section.statements) text += terminated(statement.sql);
    if (section.is_transactional) text += fmt::format("{};\n", dialect.commit);
  }
  if (script.has_foreign_keys_off) text += fmt::format("\n{};\n", dialect.foreign_keys_on);
  return text;
}

Script read_bare(const Script& script, const Dialect& dialect) {
  Script result = script;
  result.sections.clear();
  bool is_transactional = false;
  for (const Section& section : script.sections)
    for (const Statement& statement : section.statements) {
      if (begins_transaction(statement.sql, dialect))
        is_transactional = true;
      else if (ends_transaction(statement.sql, dialect))
        is_transactional = false;
      else if (!script.has_foreign_keys_off || !switches_foreign_keys(statement.sql, dialect))
        add_statement(result, statement.sql, is_transactional || section.is_transactional,
                      statement.line);
    }
  return result;
}

Script as_sent_at_once(const Script& script) {
  if (script.has_transactions_only()) return script;
  Script result = without_settings(script);
  if (result.statement_count() == 1) return result;
  throw Error("the layout has a statement that cannot be in a transaction only where it is alone",
              bare_statement(script), "Plan with --offline, or use another layout.");
}

Script with_foreign_keys_refused(Script script, const Dialect& dialect) {
  if (!script.has_foreign_keys_off || script.sections.empty()) return script;
  std::vector<Statement> checks;
  for (const char* sql : dialect.require_foreign_keys_off) checks.push_back({sql});
  auto& statements = script.sections.front().statements;
  statements.insert(statements.begin(), checks.begin(), checks.end());
  return script;
}

std::string bare_statement(const Script& script) {
  for (const Section& section : without_settings(script).sections)
    if (!section.is_transactional) return section.statements.front().sql;
  return script.sections.back().statements.back().sql;
}

}  // namespace ddltrail::migrate
