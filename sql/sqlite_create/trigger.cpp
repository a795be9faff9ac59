#include "sqlite_create/trigger.h"

namespace ddltrail::create {
namespace {

TriggerTime read_time(TokenStream& tokens) {
  if (tokens.accept("AFTER")) return TriggerTime::kAfter;
  if (tokens.accept("INSTEAD", "OF")) return TriggerTime::kInsteadOf;
  tokens.accept("BEFORE");
  return TriggerTime::kBefore;
}

TriggerEvent read_event(TokenStream& tokens) {
  if (tokens.accept("DELETE")) return TriggerEvent::kDelete;
  if (tokens.accept("INSERT")) return TriggerEvent::kInsert;
  tokens.expect("UPDATE");
  return TriggerEvent::kUpdate;
}

/// Behind UPDATE OF.
std::vector<std::string> read_columns(TokenStream& tokens) {
  std::vector<std::string> columns;
  do {
    columns.push_back(tokens.expect_name());
  } while (tokens.accept(","));
  return columns;
}

void read_table_name(TokenStream& tokens, Trigger& trigger) {
  trigger.table = tokens.expect_name();
  if (!tokens.accept(".")) return;
  trigger.table_schema = std::move(trigger.table);
  trigger.table = tokens.expect_name();
}

/// BEGIN may also be a name in the condition, where an operand is expected.
Expression read_condition(TokenStream& tokens) {
  return {std::string(tokens.take_until(
      [&] { return tokens.peek().is("BEGIN") && ends_operand(tokens.previous()); }))};
}

/// Up to the last END of the text. Its statements end with semicolons.
std::string read_body(TokenStream& tokens) {
  if (!tokens.peek().is("BEGIN")) tokens.fail("BEGIN");
  std::size_t length = 1;
  std::size_t end = 0;
  for (; tokens.peek(length).kind != TokenKind::kEnd; ++length)
    if (tokens.peek(length).is("END")) end = length;
  if (end == 0) tokens.fail("END");
  return std::string(tokens.take_text(end + 1));
}

}  // namespace

Trigger read_trigger(TokenStream& tokens, Head head) {
  Trigger trigger;
  trigger.head = std::move(head);
  trigger.time = read_time(tokens);
  trigger.event = read_event(tokens);
  if (trigger.event == TriggerEvent::kUpdate && tokens.accept("OF"))
    trigger.columns = read_columns(tokens);
  tokens.expect("ON");
  read_table_name(tokens, trigger);
  if (tokens.accept("FOR", "EACH")) tokens.expect("ROW");
  if (tokens.accept("WHEN")) trigger.condition = read_condition(tokens);
  trigger.body = read_body(tokens);
  return trigger;
}

}  // namespace ddltrail::create
