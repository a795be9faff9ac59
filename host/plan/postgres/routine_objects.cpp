// Functions, procedures, aggregates and window functions.
#include <fmt/format.h>

#include <algorithm>

#include "plan/postgres/catalog.h"
#include "plan/postgres/families.h"
#include "plan/postgres/names.h"
#include "plan/postgres/routine_body.h"

namespace ddltrail::postgres_plan {
namespace {

/// Arguments one by one: commas inside of parentheses and quotes part nothing.
std::vector<std::string> arguments_of(const std::string& text) {
  std::vector<std::string> arguments(1);
  int depth = 0;
  char quote = '\0';
  for (const char c : text) {
    if (quote != '\0')
      quote = c == quote ? '\0' : quote;
    else if (c == '\'' || c == '"')
      quote = c;
    else
      depth += (c == '(' || c == '[') - (c == ')' || c == ']');
    if (c == ',' && depth == 0 && quote == '\0')
      arguments.emplace_back();
    else
      arguments.back() += c;
  }
  return arguments;
}

/// CREATE OR REPLACE may add defaults and change them; it takes none away, and changes nothing else
/// of the arguments.
bool may_replace(const std::string& former, const std::string& later) {
  const auto before = arguments_of(former), after = arguments_of(later);
  return std::equal(before.begin(), before.end(), after.begin(), after.end(),
                    [](const std::string& a, const std::string& b) {
                      const std::size_t in_a = a.find(" DEFAULT "), in_b = b.find(" DEFAULT ");
                      const bool loses = in_a != std::string::npos && in_b == std::string::npos;
                      return !loses && a.substr(0, in_a) == b.substr(0, in_b);
                    });
}

class RoutineObject : public Object {
 public:
  RoutineObject(const Routine& row, Catalog& catalog) : row_(row) {
    const TableName name = {row.schema_name, row.routine_name};
    const std::string shown = qualified(name) + "(" + row.identity_arguments + ")";
    key = {Kind::kRoutine, shown};
    title = row.kind + " " + row.schema_name + "." + row.routine_name + "(" +
            row.identity_arguments + ")";
    traits = {.noun = noun(),
              .name = shown,
              .owner = row.owner,
              .grant_owner = row.owner,
              .comment = row.comment,
              .grant_noun = "ROUTINE",
              .acl_kind = "routine"};
    catalog.rows().grant(traits, "routine", row.schema_name,
                         row.routine_name + "(" + row.identity_arguments + ")");
    needs.insert(schema_key(row.schema_name));
    claims.push_back("routine " + qualified(name));
    catalog.add_name(name, key);
    definition = Json{row.kind, row.arguments, write_value(row.result), write_value(row.definition),
                      row.aggregate}
                     .dump();
    add_texts();
  }

  Steps create(const World&) const override {
    return {step(row_.definition ? without_end(*row_.definition) : aggregate())};
  }
  Steps drop(const World&) const override {
    return {step("DROP " + traits.noun + " " + traits.name)};
  }
  Change change(const Object& former, const World& world) const override {
    const Routine& before = static_cast<const RoutineObject&>(former).row_;
    if (former.definition == definition) return {};
    if (before.kind != row_.kind || before.result != row_.result || !row_.definition ||
        !may_replace(before.arguments, row_.arguments))
      return {.how = Change::How::kReplace};
    return {.how = Change::How::kAlter, .steps = create(world)};
  }

 private:
  std::string noun() const {
    if (row_.kind == "procedure") return "PROCEDURE";
    return row_.kind == "aggregate" ? "AGGREGATE" : "FUNCTION";
  }

  static std::string without_end(std::string definition) {
    while (definition.ends_with('\n')) definition.pop_back();
    return definition;
  }

  void add_texts() {
    row_texts = {row_.arguments, row_.result.value_or("")};
    if (row_.aggregate.is_object())
      for (const auto& [name, value] : row_.aggregate.items())
        if (value.is_string()) texts.push_back(value.get<std::string>());
    if (row_.definition) (has_read_body(row_) ? texts : loose_texts).push_back(*row_.definition);
  }

  std::string aggregate() const {
    std::vector<std::string> options;
    for (const auto& [name, value] : row_.aggregate.items()) {
      const bool is_text = name == "initcond" || name == "minitcond";
      const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
      if (name == "sortop")
        options.push_back("sortop = OPERATOR(" + text + ")");
      else if (value.is_boolean())
        options.push_back(name);
      else
        options.push_back(name + " = " + (is_text ? literal(text) : text));
    }
    return fmt::format("CREATE AGGREGATE {} ({})", traits.name, list_of(options));
  }

  const Routine& row_;
};

}  // namespace

void add_routines(Catalog& catalog) {
  for (const Routine& row : catalog.rows().schema().routines)
    catalog.make<RoutineObject>(row, catalog);
}

}  // namespace ddltrail::postgres_plan
