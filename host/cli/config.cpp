#include "cli/config.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#define TOML_EXCEPTIONS 1
// Of malformed text the parser asserts, and where NDEBUG is set lets Clang assume, the contrary of
// what it then refuses: an error of the user, not of ours.
#define TOML_ASSERT(condition) static_assert(true)
#pragma push_macro("NDEBUG")
#undef NDEBUG
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

#include <cstdlib>

#include "base/contains.h"
#include "base/error.h"
#include "base/file_system.h"
#include "generate/typescript/parts.h"
#include "plan/plan.h"

namespace ddltrail {
namespace {

[[noreturn]] void broken(const std::string& what, const std::string& hint) {
  throw Error(what, kConfigName, hint);
}

[[noreturn]] void broken(const toml::source_region& place, const std::string& what,
                         const std::string& hint) {
  broken(fmt::format("{} (line {})", what, place.begin.line), hint);
}

void check_keys(const toml::table& table, const std::string& prefix,
                std::initializer_list<std::string_view> known) {
  for (const auto& [key, value] : table)
    if (std::find(known.begin(), known.end(), key.str()) == known.end())
      broken(key.source(),
             "unknown setting " + prefix + std::string(key.str()) + " in the configuration",
             "Remove it, or check its spelling against the README.");
}

/// Refuses a section that is no table, and settings in it that there are not.
void check_section(const toml::table& root, const char* name,
                   std::initializer_list<std::string_view> known) {
  const toml::node* node = root.get(name);
  if (!node) return;
  if (!node->is_table())
    broken(node->source(), std::string(name) + " is not a section of the configuration",
           fmt::format("Begin the section with a line [{}].", name));
  check_keys(*node->as_table(), std::string(name) + ".", known);
}

std::string text(const toml::table& root, const char* section, const char* key,
                 const char* otherwise) {
  const auto node = root[section][key];
  if (!node) return otherwise;
  if (const auto value = node.value<std::string>()) return *value;
  broken(node.node()->source(), fmt::format("{}.{} is not a string", section, key),
         "Put the value in quotes.");
}

/// `name`: of the section, for people.
bool flag(toml::node_view<const toml::node> section, const char* name, const char* key,
          bool otherwise = false) {
  const auto node = section[key];
  if (!node) return otherwise;
  if (const auto value = node.value_exact<bool>()) return *value;
  broken(node.node()->source(), fmt::format("{}.{} is neither true nor false", name, key),
         "Say true, without quotes.");
}

/// `name`: of the list, for people.
std::vector<std::string> words(toml::node_view<const toml::node> node, const std::string& name) {
  std::vector<std::string> result;
  if (!node) return result;
  const auto refuse = [&] {
    broken(node.node()->source(), name + " is not a list of strings",
           "Put it in brackets, and each string in quotes.");
  };
  if (!node.is_array()) refuse();
  for (const toml::node& item : *node.as_array()) {
    if (!item.is_string()) refuse();
    result.push_back(item.as_string()->get());
  }
  return result;
}

std::vector<std::string> list(const toml::table& root, const char* section, const char* key) {
  return words(root[section][key], fmt::format("{}.{}", section, key));
}

/// The texts of a section inside a section.
std::map<std::string, std::string> texts(const toml::table& root, const char* section,
                                         const char* key) {
  std::map<std::string, std::string> result;
  const auto node = root[section][key];
  if (!node) return result;
  if (!node.is_table())
    broken(node.node()->source(), fmt::format("{}.{} is not a section", section, key),
           fmt::format("Begin it with a line [{}.{}].", section, key));
  for (const auto& [name, value] : *node.as_table()) {
    const auto text = value.value<std::string>();
    if (!text)
      broken(value.source(), fmt::format("{}.{}.{} is not a string", section, key, name.str()),
             "Put the value in quotes.");
    result[std::string(name.str())] = *text;
  }
  return result;
}

/// `repositories = true` is short for all parts.
std::vector<std::string> chosen_parts(const toml::table& root) {
  const bool has_all = flag(root["typescript"], "typescript", "repositories");
  const bool names_some = root["typescript"]["parts"].node() != nullptr;
  if (has_all && names_some)
    broken(root["typescript"]["parts"].node()->source(),
           "typescript.parts and typescript.repositories are both there",
           "Keep one of them: repositories = true is short for all parts.");
  if (has_all) return typescript::all_parts();
  return names_some ? list(root, "typescript", "parts") : Config().parts;
}

/// `camel_case = true`, or the options of Kysely's plugin that differ from its default.
typescript::Spelling camel_case(const toml::table& root) {
  const toml::table* options = root["typescript"]["camel_case"].as_table();
  if (!options)
    return flag(root["typescript"], "typescript", "camel_case")
               ? typescript::Spelling(typescript::CamelCase())
               : typescript::Spelling();
  check_keys(*options, "typescript.camel_case.",
             {"underscore_before_digits", "underscore_between_uppercase_letters",
              "maintain_nested_object_keys"});
  const auto is_on = [&](const char* key) {
    return flag(root["typescript"]["camel_case"], "typescript.camel_case", key);
  };
  return typescript::Spelling({is_on("underscore_before_digits"),
                               is_on("underscore_between_uppercase_letters"),
                               is_on("maintain_nested_object_keys")});
}

/// `singular = true`, or a section of words that the rules do not know.
typescript::Singular singular(const toml::table& root) {
  if (root["typescript"]["singular"].is_table())
    return typescript::Singular(texts(root, "typescript", "singular"));
  return flag(root["typescript"], "typescript", "singular")
             ? typescript::Singular(std::map<std::string, std::string>())
             : typescript::Singular();
}

/// The sections [[name]]; none where there is none.
std::vector<const toml::table*> sections(const toml::table& root, const char* name) {
  std::vector<const toml::table*> all;
  const toml::node* node = root.get(name);
  if (!node) return all;
  if (!node->is_array_of_tables())
    broken(node->source(), fmt::format("{} is not a list of sections", name),
           fmt::format("Begin each with a line [[{}]].", name));
  for (const toml::node& each : *node->as_array()) all.push_back(each.as_table());
  return all;
}

/// A text that has to be there.
std::string required(const toml::table& section, const char* name, const char* key) {
  const auto value = section[key].value<std::string>();
  if (!value || value->empty())
    broken(section.source(), fmt::format("a {} has no {}", name, key),
           fmt::format("Add {} = \"...\" to it.", key));
  return *value;
}

custom::Subject subject_of(const toml::table& section) {
  static const std::map<std::string, custom::Subject> kSubjects{
      {"table", custom::Subject::kTable},
      {"enum", custom::Subject::kEnum},
      {"schema", custom::Subject::kSchema},
      {"database", custom::Subject::kDatabase}};
  const std::string name = required(section, "template", "for");
  const auto found = kSubjects.find(name);
  if (found == kSubjects.end())
    broken(section["for"].node()->source(), fmt::format("a template is for \"{}\"", name),
           "Say for = \"table\", \"enum\", \"schema\" or \"database\".");
  return found->second;
}

std::vector<custom::TemplateSetting> templates(const toml::table& root) {
  std::vector<custom::TemplateSetting> all;
  for (const toml::table* each : sections(root, "template")) {
    check_keys(*each, "template.", {"file", "for", "output"});
    all.push_back({required(*each, "template", "file"), subject_of(*each),
                   required(*each, "template", "output")});
  }
  return all;
}

std::vector<custom::PluginSetting> plugins(const toml::table& root) {
  std::vector<custom::PluginSetting> all;
  for (const toml::table* each : sections(root, "plugin")) {
    check_keys(*each, "plugin.", {"command", "timeout"});
    const int timeout = (*each)["timeout"].value_or(custom::PluginSetting().timeout_seconds);
    if (timeout <= 0 || ((*each)["timeout"] && !(*each)["timeout"].is_integer()))
      broken((*each)["timeout"].node()->source(), "plugin.timeout is no number of seconds",
             "Say a whole number, such as 60.");
    all.push_back({words((*each)["command"], "plugin.command"), timeout});
    if (all.back().command.empty())
      broken(each->source(), "a plugin has no command",
             "Add command = [\"node\", \"generator.js\"] to it.");
  }
  return all;
}

int whole_seconds(const toml::table& root, const char* section, const char* key, int otherwise) {
  const auto node = root[section][key];
  if (!node) return otherwise;
  const auto value = node.value_exact<std::int64_t>();
  if (!value || *value < 0 || *value > 1'000'000)
    broken(node.node()->source(), fmt::format("{}.{} is no number of seconds", section, key),
           "Say a whole number, such as 60.");
  return static_cast<int>(*value);
}

std::vector<std::string> allowed_hazards(const toml::table& root) {
  auto allowed = list(root, "migrations", "allow");
  const auto known = hazard_names();
  for (const std::string& name : allowed)
    if (!contains(known, name))
      broken(root["migrations"]["allow"].node()->source(),
             fmt::format("migrations.allow names \"{}\", which is no hazard", name),
             fmt::format("There are {}.", fmt::join(known, ", ")));
  return allowed;
}

MigrationSetting migration_setting(const toml::table& root) {
  constexpr const char* kSection = "migrations";
  check_section(root, kSection,
                {"directory", "layout", "lock_timeout", "statement_timeout", "allow", "owner"});
  const MigrationSetting otherwise;
  return {text(root, kSection, "directory", otherwise.directory.c_str()),
          text(root, kSection, "layout", otherwise.layout.c_str()),
          whole_seconds(root, kSection, "lock_timeout", otherwise.lock_timeout),
          whole_seconds(root, kSection, "statement_timeout", otherwise.statement_timeout),
          allowed_hazards(root),
          flag(root[kSection], kSection, "owner", otherwise.has_owners)};
}

/// Of whatever stands there for generated code, so that no setting can be forgotten; empty where
/// only what `init` writes does. Another output folder is known by what is in it.
std::string stamp_of(toml::table root) {
  root.erase("database");
  root.erase("migrations");
  if (toml::table* section = root["typescript"].as_table()) {
    section->erase("output");
    if (section->empty()) root.erase("typescript");
  }
  if (root.empty()) return "";
  std::ostringstream out;
  out << toml::json_formatter(root);
  return out.str();
}

/// Adds the lines of what stands in the node.
void note_lines(const toml::node& node, const std::string& name,
                std::map<std::string, unsigned>& lines) {
  if (const toml::table* table = node.as_table()) {
    for (const auto& [key, value] : *table)
      note_lines(value, (name.empty() ? "" : name + '.') + std::string(key.str()), lines);
  } else if (const toml::array* array = node.as_array()) {
    for (const toml::node& item : *array)
      if (const auto* text = item.as_string())
        lines.emplace(name + " = \"" + text->get() + '"', item.source().begin.line);
  } else {
    lines.emplace(name, node.source().begin.line);
  }
}

std::map<std::string, unsigned> lines_of(const toml::table& root) {
  std::map<std::string, unsigned> lines;
  note_lines(root, "", lines);
  return lines;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// A URL, or the variable that env:NAME names.
std::string expand(const std::string& configured) {
  constexpr std::string_view kPrefix = "env:";
  if (!configured.starts_with(kPrefix)) return configured;
  const std::string name = configured.substr(kPrefix.size());
  const std::string value = environment(name.c_str());
  if (value.empty())
    throw Error("the environment variable that names the database is not set", name,
                std::string("Set it, or change database.url in ") + kConfigName + ".");
  return value;
}

}  // namespace

Config Config::read_if_there() { return disk()->read(kConfigName) ? read() : Config(); }

Config Config::read() {
  const auto content = disk()->read(kConfigName);
  if (!content)
    broken("there is no configuration in this folder",
           "Run `ddltrail init URL`, or go to the project with -C.");
  return parse(*content);
}

Config Config::parse(const std::string& content) try {
  const toml::table root = toml::parse(content);
  check_keys(root, "", {"database", "generate", "typescript", "template", "plugin", "migrations"});
  check_section(root, "database", {"url"});
  check_section(root, "generate", {"include", "exclude"});
  check_section(
      root, "typescript",
      {"output", "default_schema", "header", "parts", "parsers", "brands", "one_file", "partitions",
       "repositories", "camel_case", "singular", "sqlite_types", "types", "columns", "imports"});
  return {text(root, "database", "url", ""),
          list(root, "generate", "include"),
          list(root, "generate", "exclude"),
          text(root, "typescript", "output", kDefaultOutput),
          text(root, "typescript", "default_schema", ""),
          flag(root["typescript"], "typescript", "parsers"),
          flag(root["typescript"], "typescript", "brands"),
          flag(root["typescript"], "typescript", "one_file"),
          flag(root["typescript"], "typescript", "partitions"),
          chosen_parts(root),
          text(root, "typescript", "header", ""),
          {camel_case(root), singular(root)},
          texts(root, "typescript", "sqlite_types"),
          {templates(root), plugins(root)},
          migration_setting(root),
          {texts(root, "typescript", "types"), texts(root, "typescript", "columns"),
           texts(root, "typescript", "imports")},
          lines_of(root),
          stamp_of(root)};
} catch (const toml::parse_error& error) {
  broken(error.source(),
         fmt::format("the configuration is not valid TOML: {}", error.description()),
         "Mend the line.");
}

void Config::refuse_second() {
  if (disk()->stamp(kConfigName))
    broken("this folder has a configuration already",
           "Edit it and run `ddltrail generate`, or remove it first.");
}

void Config::write() const {
  refuse_second();
  toml::table root{{"database", toml::table{{"url", url}}},
                   {"typescript", toml::table{{"output", output}}}};
  std::ostringstream out;
  out << toml::toml_formatter(
             root, toml::toml_formatter::default_flags & ~toml::format_flags::allow_literal_strings)
      << "\n";
  disk()->replace(kConfigName, out.str());
}

Url resolve_url(const std::string& flag, const std::string& configured,
                const std::string& otherwise) {
  if (!flag.empty()) return Url::parse(flag);
  if (!configured.empty()) return Url::parse(expand(configured));
  std::string fallback = environment("DATABASE_URL");
  if (fallback.empty()) fallback = otherwise;
  if (fallback.empty())
    throw Error("no database is named", "",
                "Give a URL, set DATABASE_URL, or set database.url in ddltrail.toml.",
                ExitCode::kUsage);
  return Url::parse(fallback);
}

}  // namespace ddltrail
