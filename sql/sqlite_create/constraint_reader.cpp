#include "sqlite_create/constraint_reader.h"

namespace ddltrail::create {
namespace {

Conflict read_conflict(TokenStream& tokens) {
  if (!tokens.accept("ON", "CONFLICT")) return Conflict::kAbort;
  if (tokens.accept("ROLLBACK")) return Conflict::kRollback;
  if (tokens.accept("FAIL")) return Conflict::kFail;
  if (tokens.accept("IGNORE")) return Conflict::kIgnore;
  if (tokens.accept("REPLACE")) return Conflict::kReplace;
  tokens.expect("ABORT");
  return Conflict::kAbort;
}

Expression read_parenthesised(TokenStream& tokens) {
  tokens.expect("(");
  if (tokens.peek().is(")")) tokens.fail("an expression");
  return {std::string(tokens.take_to_closing())};
}

Action read_action(TokenStream& tokens) {
  if (tokens.accept("SET", "NULL")) return Action::kSetNull;
  if (tokens.accept("SET", "DEFAULT")) return Action::kSetDefault;
  if (tokens.accept("CASCADE")) return Action::kCascade;
  if (tokens.accept("RESTRICT")) return Action::kRestrict;
  tokens.expect("NO");
  tokens.expect("ACTION");
  return Action::kNoAction;
}

/// One MATCH, ON DELETE, ON UPDATE or ON INSERT, which SQLite reads and forgets.
bool read_reference_argument(TokenStream& tokens, Reference& reference) {
  if (tokens.accept("MATCH")) {
    reference.match = tokens.expect_name();
  } else if (tokens.accept("ON", "DELETE")) {
    reference.on_delete = read_action(tokens);
  } else if (tokens.accept("ON", "UPDATE")) {
    reference.on_update = read_action(tokens);
  } else if (tokens.accept("ON", "INSERT")) {
    read_action(tokens);
  } else {
    return false;
  }
  return true;
}

/// From behind REFERENCES.
Reference read_reference(TokenStream& tokens) {
  Reference reference;
  reference.table = tokens.expect_name();
  reference.columns = read_name_list(tokens);
  while (read_reference_argument(tokens, reference)) continue;
  reference.deferral = read_deferral(tokens);
  return reference;
}

ColumnKey read_column_key(TokenStream& tokens) {
  ColumnKey key;
  key.is_descending = tokens.accept("DESC");
  if (!key.is_descending) tokens.accept("ASC");
  key.conflict = read_conflict(tokens);
  key.is_autoincrement = tokens.accept("AUTOINCREMENT");
  return key;
}

/// An expression in parentheses, a literal with or without a sign, or a name like true.
Default read_default(TokenStream& tokens) {
  if (tokens.peek().is("(")) return {read_parenthesised(tokens), true};
  const bool has_sign = tokens.peek().is("-") || tokens.peek().is("+");
  const auto& value = tokens.peek(has_sign ? 1 : 0);
  if (!value.is_literal() && !value.is("NULL") && !value.is_name()) tokens.fail("a default");
  return {{std::string(tokens.take_text(has_sign ? 2 : 1))}, false};
}

/// From behind AS.
Generated read_generated(TokenStream& tokens) {
  Generated generated{read_parenthesised(tokens), false};
  if (tokens.accept("VIRTUAL")) return generated;
  if (!same_name(tokens.peek().text, "STORED")) return generated;
  tokens.take();
  generated.is_stored = true;
  return generated;
}

PrimaryKey read_primary_key(TokenStream& tokens) {
  PrimaryKey key;
  tokens.expect("(");
  key.columns = read_indexed_columns(tokens);
  key.is_autoincrement = tokens.accept("AUTOINCREMENT");
  tokens.expect(")");
  key.conflict = read_conflict(tokens);
  return key;
}

Unique read_unique(TokenStream& tokens) {
  tokens.expect("(");
  Unique unique{read_indexed_columns(tokens), Conflict::kAbort};
  tokens.expect(")");
  unique.conflict = read_conflict(tokens);
  return unique;
}

ForeignKey read_foreign_key(TokenStream& tokens) {
  ForeignKey key;
  if (!tokens.peek().is("(")) tokens.fail("(");
  key.columns = read_name_list(tokens);
  tokens.expect("REFERENCES");
  key.reference = read_reference(tokens);
  return key;
}

}  // namespace

std::vector<std::string> read_name_list(TokenStream& tokens) {
  std::vector<std::string> names;
  if (!tokens.accept("(")) return names;
  do {
    names.push_back(tokens.expect_name());
    // Old schemas may have what belongs to an index here; SQLite takes no notice of it.
    if (tokens.accept("COLLATE")) tokens.expect_name();
    if (!tokens.accept("ASC")) tokens.accept("DESC");
  } while (tokens.accept(","));
  tokens.expect(")");
  return names;
}

Deferral read_deferral(TokenStream& tokens) {
  const bool is_negated = tokens.accept("NOT", "DEFERRABLE");
  if (!is_negated && !tokens.accept("DEFERRABLE")) return Deferral::kNone;
  const bool is_deferred = tokens.accept("INITIALLY", "DEFERRED");
  if (!is_deferred) tokens.accept("INITIALLY", "IMMEDIATE");
  if (is_negated) return Deferral::kNotDeferrable;
  return is_deferred ? Deferral::kDeferred : Deferral::kImmediate;
}

std::optional<std::string> read_constraint_name(TokenStream& tokens) {
  std::optional<std::string> name;
  while (tokens.accept("CONSTRAINT")) name = tokens.expect_name();
  return name;
}

std::optional<ColumnConstraint> read_column_constraint(TokenStream& tokens,
                                                       std::optional<std::string> name) {
  const auto made = [&](auto rule) { return ColumnConstraint{std::move(name), std::move(rule)}; };
  if (tokens.accept("NOT", "NULL")) return made(NotNull{read_conflict(tokens)});
  if (tokens.accept("PRIMARY", "KEY")) return made(read_column_key(tokens));
  if (tokens.accept("UNIQUE")) return made(ColumnUnique{read_conflict(tokens)});
  if (tokens.accept("CHECK")) return made(Check{read_parenthesised(tokens)});
  if (tokens.accept("DEFAULT")) return made(read_default(tokens));
  if (tokens.accept("COLLATE")) return made(Collate{tokens.expect_name()});
  if (tokens.accept("GENERATED", "ALWAYS")) {
    tokens.expect("AS");
    return made(read_generated(tokens));
  }
  if (tokens.accept("AS")) return made(read_generated(tokens));
  if (tokens.accept("REFERENCES")) return made(read_reference(tokens));
  if (!tokens.accept("NULL")) return std::nullopt;
  read_conflict(tokens);
  return made(Nullable{});
}

std::optional<TableConstraint> read_table_constraint(TokenStream& tokens,
                                                     std::optional<std::string> name) {
  const auto made = [&](auto rule) { return TableConstraint{std::move(name), std::move(rule)}; };
  if (tokens.accept("PRIMARY", "KEY")) return made(read_primary_key(tokens));
  if (tokens.accept("UNIQUE")) return made(read_unique(tokens));
  if (tokens.accept("FOREIGN", "KEY")) return made(read_foreign_key(tokens));
  if (!tokens.accept("CHECK")) return std::nullopt;
  Check check{read_parenthesised(tokens)};
  read_conflict(tokens);  // has no effect
  return made(std::move(check));
}

}  // namespace ddltrail::create
