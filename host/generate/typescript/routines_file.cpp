#include "generate/typescript/routines_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "generate/naming.h"
#include "generate/typescript/described_type.h"
#include "generate/typescript/layout.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/printed_type.h"
#include "generate/typescript/signature.h"
#include "generate/typescript/syntax.h"
#include "generate/typescript/table_file.h"

namespace ddltrail::typescript {
namespace {

/// Arguments and results of what the server calls by itself.
bool is_internal(const std::string& type) {
  constexpr std::array<std::string_view, 10> kInternal{
      "cstring",          "event_trigger",  "fdw_handler",      "index_am_handler", "internal",
      "language_handler", "pg_ddl_command", "table_am_handler", "trigger",          "tsm_handler"};
  return std::find(kInternal.begin(), kInternal.end(), type) != kInternal.end();
}

bool is_polymorphic(const std::string& type) {
  const PrintedType printed = read_type(type);
  return printed.schema == "pg_catalog" && printed.name.starts_with("any");
}

bool is_given(const Argument& argument) {
  return argument.mode != ArgumentMode::kOut && argument.mode != ArgumentMode::kTable;
}

bool is_returned(const Argument& argument) {
  return argument.mode != ArgumentMode::kIn && argument.mode != ArgumentMode::kVariadic;
}

Signature signature_of(const RoutineSignature& routine) {
  return *read_signature(routine.arguments, routine.result.value_or("record"));
}

/// "IntegerTextArray": what tells routines of the same name apart.
std::string name_of_types(const Signature& signature) {
  std::string name;
  for (const Argument& argument : signature.arguments) {
    if (!is_given(argument)) continue;
    const PrintedType type = read_type(argument.type);
    name += pascal_case(type.name) + (type.is_array ? "Array" : "");
  }
  return name.empty() ? "WithoutArguments" : name;
}

/// Those with fewer arguments come first: overloads are added with more of them most often.
bool comes_before(const RoutineSignature& one, const RoutineSignature& two) {
  const auto rank = [](const RoutineSignature& routine) {
    const std::vector<Argument> arguments = signature_of(routine).arguments;
    return std::tuple(std::count_if(arguments.begin(), arguments.end(), is_given),
                      routine.routine_name, routine.identity_arguments);
  };
  return rank(one) < rank(two);
}

/// Of routines with the same name all but the first show their arguments in theirs.
std::vector<std::string> names_with_types(const std::vector<const RoutineSignature*>& routines) {
  std::map<std::string, const RoutineSignature*> first;
  for (const auto* routine : routines) {
    const auto [entry, is_new] = first.try_emplace(camel_case(routine->routine_name), routine);
    if (!is_new && comes_before(*routine, *entry->second)) entry->second = routine;
  }
  std::vector<std::string> names;
  for (const auto* routine : routines) {
    names.push_back(camel_case(routine->routine_name));
    if (first[names.back()] != routine) names.back() += name_of_types(signature_of(*routine));
  }
  return names;
}

bool is_caller(const std::string& name) { return name == "call" || name == "callProcedure"; }

/// Names of functions.
std::vector<std::string> names_of(const std::vector<const RoutineSignature*>& routines) {
  std::vector<std::string> names = names_with_types(routines);
  std::map<std::string, int> counts;
  for (const std::string& name : names) ++counts[name];
  for (std::size_t i = 0; i < names.size(); ++i)
    if (counts[names[i]] > 1)
      names[i] +=
          "_" + short_hash(routines[i]->routine_name + '(' + routines[i]->identity_arguments + ')');
  for (std::string& name : names)
    if (is_keyword(name) || is_caller(name)) name += "Routine";
  return names;
}

/// Names of the types of what they return.
std::string row_name(const std::string& function) { return pascal_case(function) + "Row"; }

/// Renders one routine.
class Routine {
 public:
  Routine(const RoutineSignature& routine, const std::string& name, const ValueTypes& values,
          const Naming& naming, const Scope& scope)
      : routine_(routine),
        signature_(signature_of(routine)),
        scope_(scope),
        name_(exported(name)),
        row_name_(exported(row_name(name))),
        given_(scope.imports.use(kCall, "Given")),
        values_(values),
        naming_(naming) {
    check_names();
    name_parameters();
  }

  std::string render() const {
    const auto [row, result] = rows();
    return row + doc_comment(routine_.comment.value_or(""), "") + head(result) + body() + "}\n";
  }

 private:
  /// What it returns, and the interface that this names.
  struct Result {
    std::string declaration;
    std::string type;
  };

  std::string exported(const std::string& name) const {
    return scope_.imports.use(routines_path(routine_.schema_name), name);
  }

  std::string where() const { return routine_.schema_name + '.' + routine_.routine_name; }

  /// Calls have these names as they are; those of arguments where one can be left out.
  void check_names() const {
    naming_.spelling.check_in_query(routine_.schema_name, where());
    naming_.spelling.check_in_query(routine_.routine_name, where());
    const auto& arguments = signature_.arguments;
    if (std::none_of(arguments.begin(), arguments.end(), [](auto& a) { return a.has_default; }))
      return;
    for (const Argument& argument : arguments)
      naming_.spelling.check_in_query(argument.name, where());
  }

  void name_parameters() {
    std::set<std::string> taken{"call", "callProcedure"};
    for (const Argument& argument : signature_.arguments) {
      std::string name = argument.name.empty() ? "" : camel_case(argument.name);
      if (name.empty() || is_keyword(name) || !taken.insert(name).second)
        name = fmt::format("argument{}", parameters_.size() + 1);
      taken.insert(name);
      parameters_.push_back(std::move(name));
    }
  }

  std::string type_of(const std::string& printed) const {
    if (is_polymorphic(printed)) return "unknown";
    return values_.select(describe_type(printed, scope_.catalog), scope_) + " | null";
  }

  std::string parameter(std::size_t place) const {
    const Argument& argument = signature_.arguments[place];
    const std::string type =
        is_polymorphic(argument.type)
            ? "unknown"
            : values_.insert(describe_type(argument.type, scope_.catalog), scope_) + " | null";
    return fmt::format("{}{}: {}<{}>", parameters_[place], argument.has_default ? "?" : "", given_,
                       type);
  }

  std::string head(const std::string& result) const {
    std::vector<Layout> parameters;
    for (std::size_t i = 0; i < parameters_.size(); ++i)
      if (is_given(signature_.arguments[i])) parameters.push_back(Layout::type(parameter(i)));
    return Layout::all({Layout::text("export function " + name_),
                        Layout::list("(", parameters, ")", false), Layout::text(": "),
                        Layout::type("RawBuilder<" + result + ">"), Layout::text(" {")})
               .print() +
           "\n";
  }

  Layout argument(std::size_t place) const {
    const Argument& argument = signature_.arguments[place];
    const std::string type = is_polymorphic(argument.type) ? "" : argument.type;
    std::vector<Layout> parts{Layout::text(literal(argument.name)), Layout::text(literal(type)),
                              Layout::text(is_given(argument) ? parameters_[place] : "null")};
    if (argument.mode == ArgumentMode::kVariadic) parts.push_back(Layout::text("\"variadic\""));
    return Layout::list("[", parts, "]", false);
  }

  std::string body() const {
    const bool is_procedure = routine_.kind == "procedure";
    std::vector<Layout> arguments;
    for (std::size_t i = 0; i < parameters_.size(); ++i)
      // A procedure is given something for what it returns, too.
      if (is_given(signature_.arguments[i]) || is_procedure) arguments.push_back(argument(i));
    const std::string caller =
        scope_.imports.use_value(kCall, is_procedure ? "callProcedure" : "call");
    const std::string start =
        fmt::format("return {}({}, {}, ", caller, literal(routine_.schema_name),
                    literal(routine_.routine_name));
    if (arguments.size() > 1) return "  " + start + one_a_line(arguments, 2) + ");\n";
    return statement(start,
                     Layout::all({Layout::list("[", arguments, "]", false), Layout::text(")")}), 2);
  }

  Result rows() const {
    std::vector<std::pair<std::string, std::string>> columns;
    for (const Argument& argument : signature_.arguments)
      if (is_returned(argument)) columns.emplace_back(argument.name, argument.type);
    const bool is_record = signature_.result == "record";
    if (is_record && !columns.empty()) return row_of(columns);
    if (is_record || signature_.result == "void") return {"", "unknown"};
    return rows_of(describe_type(signature_.result, scope_.catalog));
  }

  Result rows_of(const Column& result) const {
    const Name name{result.base_schema.value_or(""), result.base_name};
    const bool is_row = result.base_kind == "composite" && result.array_dimensions == 0;
    if (const TableObject* table = is_row ? scope_.catalog.table(name) : nullptr)
      return {"", scope_.imports.use(table_path(table->table),
                                     TableNames::of(table->table.table_name, naming_).row)};
    const Object* type =
        is_row ? scope_.catalog.find({Family::kCompositeType, name.first, name.second}) : nullptr;
    // Rows of a table that no code is generated for.
    const bool is_known = result.base_kind != "base" || result.base_schema == "pg_catalog";
    if (!type) return {"", signature_.is_set && !is_known ? "unknown" : type_of(signature_.result)};
    std::vector<std::pair<std::string, std::string>> columns;
    for (const Json& attribute : std::get<CompositeType>(*type).attributes)
      columns.emplace_back(attribute.at("name").get<std::string>(),
                           attribute.at("data_type").get<std::string>());
    return row_of(columns);
  }

  Result row_of(const std::vector<std::pair<std::string, std::string>>& columns) const {
    std::string members;
    int place = 0;
    for (const auto& [column, type] : columns) {
      ++place;
      const std::string key = column.empty() ? fmt::format("column{}", place) : column;
      members += member(property(naming_.spelling.of(key, where())), type_of(type));
    }
    return {interface_of(row_name_, members) + '\n', row_name_};
  }

  const RoutineSignature& routine_;
  const Signature signature_;
  const Scope& scope_;
  const std::string name_;
  const std::string row_name_;
  const std::string given_;
  const ValueTypes& values_;
  const Naming& naming_;
  std::vector<std::string> parameters_;
};

}  // namespace

bool is_callable(const RoutineSignature& routine) {
  const auto signature = read_signature(routine.arguments, routine.result.value_or("record"));
  if (!signature || is_internal(signature->result)) return false;
  return std::none_of(signature->arguments.begin(), signature->arguments.end(),
                      [](const Argument& argument) { return is_internal(argument.type); });
}

std::string render_routines(const std::string& schema,
                            const std::vector<const RoutineSignature*>& routines,
                            const ValueTypes& values, const Naming& naming, const Scope& scope) {
  const std::vector<std::string> names = names_of(routines);
  for (const std::string& name : names)
    for (const std::string& each : {name, row_name(name)})
      scope.imports.use(routines_path(schema), each);
  std::string body;
  for (std::size_t i = 0; i < routines.size(); ++i)
    body += (i == 0 ? "" : "\n") + Routine(*routines[i], names[i], values, naming, scope).render();
  scope.imports.use_kysely("RawBuilder");
  return body;
}

}  // namespace ddltrail::typescript
