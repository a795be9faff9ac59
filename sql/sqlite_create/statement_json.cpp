#include "sqlite_create/statement_json.h"

#include "sqlite_create/description.h"
#include "sqlite_create/json.h"
#include "sqlite_create/source_names.h"
#include "sqlite_create/statement.h"

namespace ddltrail::create {
namespace {

std::string_view word(TriggerTime time) {
  switch (time) {
    case TriggerTime::kBefore:
      return "before";
    case TriggerTime::kAfter:
      return "after";
    case TriggerTime::kInsteadOf:
      return "instead of";
  }
  return {};
}

std::string_view word(TriggerEvent event) {
  switch (event) {
    case TriggerEvent::kDelete:
      return "delete";
    case TriggerEvent::kInsert:
      return "insert";
    case TriggerEvent::kUpdate:
      return "update";
  }
  return {};
}

class StatementWriter {
 public:
  void operator()(const Table& table) {
    begin("table", table.head);
    json_.key("is_strict").boolean(table.is_strict);
    json_.key("options").texts(options_of(table));
    json_.key("columns").open('[');
    for (const auto& column : table.columns) write(column);
    json_.close(']');
    json_.key("constraints").open('[');
    for (const auto& constraint : describe_constraints(table)) write(constraint);
    json_.close(']');
  }

  void operator()(const Index& index) {
    begin("index", index.head);
    json_.key("table").text(index.table);
    json_.key("is_unique").boolean(index.is_unique);
    json_.key("columns").open('[');
    for (const auto& column : index.columns) write(column);
    json_.close(']');
    write_expression("predicate", index.predicate);
  }

  void operator()(const View& view) {
    begin("view", view.head);
    json_.key("columns").texts(view.columns);
    json_.key("query").text(view.query);
    json_.key("sources").texts(source_names_in(view.query));
  }

  void operator()(const Trigger& trigger) {
    begin("trigger", trigger.head);
    json_.key("table").text(trigger.table);
    json_.key("time").text(word(trigger.time));
    json_.key("event").text(word(trigger.event));
    json_.key("columns").texts(trigger.columns);
    write_expression("condition", trigger.condition);
    json_.key("body").text(trigger.body);
    const auto condition = trigger.condition ? trigger.condition->text + ";\n" : std::string();
    json_.key("sources").texts(source_names_in(condition + trigger.body));
  }

  void operator()(const VirtualTable& table) {
    begin("virtual table", table.head);
    json_.key("module").text(table.module);
    json_.key("arguments").texts(table.arguments);
  }

  std::string take() {
    json_.close('}');
    return json_.take();
  }

 private:
  void begin(std::string_view kind, const Head& head) {
    json_.open('{');
    json_.key("kind").text(kind);
    json_.key("name").text(head.name);
  }

  void write_optional(std::string_view key, const std::optional<std::string>& text) {
    json_.key(key);
    text ? json_.text(*text) : json_.null();
  }

  void write_expression(std::string_view key, const std::optional<Expression>& expression) {
    write_optional(key, expression ? std::optional(normal_form(expression->text)) : std::nullopt);
  }

  void write(const Column& column) {
    json_.open('{');
    json_.key("name").text(column.name);
    json_.key("type").text(column.data_type());
    write_optional("collation", collation_of(column));
    write_optional("generation_expression", generation_expression_of(column));
    json_.key("options").texts(options_of(column));
    json_.close('}');
  }

  void write(const ConstraintDescription& constraint) {
    json_.open('{');
    json_.key("kind").text(constraint.kind);
    write_optional("name", constraint.name);
    json_.key("columns").texts(constraint.columns);
    json_.key("definition").text(constraint.definition);
    json_.key("is_deferrable").boolean(constraint.is_deferrable());
    json_.key("is_deferred").boolean(constraint.is_deferred());
    if (constraint.reference) write(*constraint.reference);
    json_.close('}');
  }

  void write(const Reference& reference) {
    json_.key("referenced_table").text(reference.table);
    json_.key("referenced_columns").texts(reference.columns);
    json_.key("on_update").text(create::word(reference.on_update));
    json_.key("on_delete").text(create::word(reference.on_delete));
  }

  /// A member of an index.
  void write(const IndexedColumn& column) {
    const auto named = named_column(column);
    json_.open('{');
    write_optional("name", named ? std::optional(named->name) : std::nullopt);
    json_.key("expression").text(normal_form(column.expression.text));
    json_.key("is_descending").boolean(column.is_descending);
    json_.close('}');
  }

  JsonWriter json_;
};

std::string error_json(const ReadError& error) {
  JsonWriter json;
  json.open('{');
  json.key("error").text(error.what());
  json.key("position").number(error.position());
  json.close('}');
  return json.take();
}

}  // namespace

std::string statement_json(std::string_view sql) {
  try {
    StatementWriter writer;
    std::visit(writer, read_statement(sql));
    return writer.take();
  } catch (const ReadError& error) {
    return error_json(error);
  }
}

}  // namespace ddltrail::create
