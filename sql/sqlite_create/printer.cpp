// The printed form of statements.
#include "sqlite_create/name.h"
#include "sqlite_create/statement.h"

namespace ddltrail::create {
namespace {

const char* conflict_clause(Conflict conflict) {
  switch (conflict) {
    case Conflict::kAbort:
      return "";
    case Conflict::kRollback:
      return " ON CONFLICT ROLLBACK";
    case Conflict::kFail:
      return " ON CONFLICT FAIL";
    case Conflict::kIgnore:
      return " ON CONFLICT IGNORE";
    case Conflict::kReplace:
      return " ON CONFLICT REPLACE";
  }
  return "";
}

std::string action_clause(const char* event, Action action) {
  const std::string on = std::string(" ON ") + event;
  switch (action) {
    case Action::kNoAction:
      return "";
    case Action::kRestrict:
      return on + " RESTRICT";
    case Action::kSetNull:
      return on + " SET NULL";
    case Action::kSetDefault:
      return on + " SET DEFAULT";
    case Action::kCascade:
      return on + " CASCADE";
  }
  return "";
}

/// FULL is a keyword, but may stand here without quotes.
std::string match_clause(const std::string& match) {
  if (match.empty()) return "";
  return " MATCH " + (same_name(match, "FULL") ? match : quoted(match));
}

const char* deferral_clause(Deferral deferral) {
  switch (deferral) {
    case Deferral::kNone:
      return "";
    case Deferral::kNotDeferrable:
      return " NOT DEFERRABLE";
    case Deferral::kImmediate:
      return " DEFERRABLE";
    case Deferral::kDeferred:
      return " DEFERRABLE INITIALLY DEFERRED";
  }
  return "";
}

const char* time_clause(TriggerTime time) {
  switch (time) {
    case TriggerTime::kBefore:
      return " BEFORE";
    case TriggerTime::kAfter:
      return " AFTER";
    case TriggerTime::kInsteadOf:
      return " INSTEAD OF";
  }
  return "";
}

const char* event_clause(TriggerEvent event) {
  switch (event) {
    case TriggerEvent::kDelete:
      return " DELETE";
    case TriggerEvent::kInsert:
      return " INSERT";
    case TriggerEvent::kUpdate:
      return " UPDATE";
  }
  return "";
}

std::string name_list(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + quoted(name);
  return list;
}

std::string parenthesised(const std::string& text) { return "(" + text + ")"; }

struct RulePrinter {
  std::string operator()(const NotNull& rule) const {
    return std::string("NOT NULL") + conflict_clause(rule.conflict);
  }
  std::string operator()(const Nullable&) const { return "NULL"; }
  std::string operator()(const ColumnKey& rule) const {
    return std::string("PRIMARY KEY") + (rule.is_descending ? " DESC" : "") +
           conflict_clause(rule.conflict) + (rule.is_autoincrement ? " AUTOINCREMENT" : "");
  }
  std::string operator()(const ColumnUnique& rule) const {
    return std::string("UNIQUE") + conflict_clause(rule.conflict);
  }
  std::string operator()(const Check& rule) const {
    return "CHECK " + parenthesised(rule.expression.text);
  }
  std::string operator()(const Default& rule) const {
    const auto& text = rule.expression.text;
    return "DEFAULT " + (rule.is_parenthesised ? parenthesised(text) : text);
  }
  std::string operator()(const Collate& rule) const { return "COLLATE " + quoted(rule.collation); }
  std::string operator()(const Generated& rule) const {
    // GENERATED ALWAYS may be part of the type.
    return "AS " + parenthesised(rule.expression.text) + (rule.is_stored ? " STORED" : " VIRTUAL");
  }
  std::string operator()(const Reference& rule) const {
    return "REFERENCES " + quoted(rule.table) +
           (rule.columns.empty() ? "" : " " + parenthesised(name_list(rule.columns))) +
           action_clause("DELETE", rule.on_delete) + action_clause("UPDATE", rule.on_update) +
           match_clause(rule.match) + deferral_clause(rule.deferral);
  }
  std::string operator()(const PrimaryKey& rule) const {
    return "PRIMARY KEY " +
           parenthesised(print(rule.columns) + (rule.is_autoincrement ? " AUTOINCREMENT" : "")) +
           conflict_clause(rule.conflict);
  }
  std::string operator()(const Unique& rule) const {
    return "UNIQUE " + parenthesised(print(rule.columns)) + conflict_clause(rule.conflict);
  }
  std::string operator()(const ForeignKey& rule) const {
    return "FOREIGN KEY " + parenthesised(name_list(rule.columns)) + " " + (*this)(rule.reference);
  }
};

template <class Constraint>
std::string print_constraint(const Constraint& constraint) {
  const std::string name = constraint.name ? "CONSTRAINT " + quoted(*constraint.name) + " " : "";
  return name + std::visit(RulePrinter(), constraint.rule);
}

std::string print_column(const Column& column) {
  std::string text = quoted(column.name);
  if (!column.type.empty()) text += " " + column.type;
  for (const auto& constraint : column.constraints) text += " " + print_constraint(constraint);
  return text;
}

std::string create(const Head& head, const char* kind) {
  return std::string("CREATE ") + (head.is_temporary ? "TEMP " : "") + kind + " " +
         print_name(head);
}

std::string print_options(const Table& table) {
  if (table.is_strict) return table.is_without_rowid ? " STRICT, WITHOUT ROWID" : " STRICT";
  return table.is_without_rowid ? " WITHOUT ROWID" : "";
}

struct StatementPrinter {
  std::string operator()(const Table& table) const {
    std::string text = create(table.head, "TABLE");
    if (!table.query.empty()) return text + " AS " + table.query;
    std::string members;
    for (const auto& column : table.columns)
      members += (members.empty() ? "" : ", ") + print_column(column);
    for (const auto& constraint : table.constraints) members += ", " + print_constraint(constraint);
    return text + " (" + members + ")" + print_options(table);
  }
  std::string operator()(const Index& index) const {
    return create(index.head, index.is_unique ? "UNIQUE INDEX" : "INDEX") + " ON " +
           quoted(index.table) + " (" + print(index.columns) + ")" +
           (index.predicate ? " WHERE " + index.predicate->text : "");
  }
  std::string operator()(const View& view) const {
    return create(view.head, "VIEW") +
           (view.columns.empty() ? "" : " " + parenthesised(name_list(view.columns))) + " AS " +
           view.query;
  }
  std::string operator()(const Trigger& trigger) const {
    return create(trigger.head, "TRIGGER") + time_clause(trigger.time) +
           event_clause(trigger.event) +
           (trigger.columns.empty() ? "" : " OF " + name_list(trigger.columns)) + " ON " +
           (trigger.table_schema.empty() ? "" : quoted(trigger.table_schema) + ".") +
           quoted(trigger.table) + (trigger.condition ? " WHEN " + trigger.condition->text : "") +
           " " + trigger.body;
  }
  std::string operator()(const VirtualTable& table) const {
    std::string text = create(table.head, "VIRTUAL TABLE") + " USING " + quoted(table.module);
    std::string arguments;
    for (std::size_t i = 0; i < table.arguments.size(); ++i)
      arguments += (i == 0 ? "" : ", ") + table.arguments[i];
    return table.arguments.empty() ? text : text + parenthesised(arguments);
  }
};

}  // namespace

std::string print(const Statement& statement) { return std::visit(StatementPrinter(), statement); }

std::string print_rule(const TableConstraint& constraint) {
  return std::visit(RulePrinter(), constraint.rule);
}

}  // namespace ddltrail::create
