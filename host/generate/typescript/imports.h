// The imports of one generated file: every type and value that it takes from Kysely and from other
// generated files, each under a name that nothing else in the file has.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ddltrail::typescript {

/// A line that imports types; names with what they are called here, sorted.
std::string import_types(const std::vector<std::string>& names, std::string_view path);

class Imports {
 public:
  /// `own`: what the file itself declares. `file`: its path, without extension.
  Imports(std::set<std::string> own, std::string file)
      : taken_(std::move(own)), file_(std::move(file)) {}

  /// The name to use in the file for what `path` exports as `name`. Where the name is taken, or one
  /// that TypeScript or Kysely has, it gets a hash of the path.
  const std::string& use(const std::string& path, const std::string& name);
  /// The same for what is there at run time: a constant, a class, a function.
  const std::string& use_value(const std::string& path, const std::string& name);
  /// The same as use() for a type of a package, or of a file of the project ("./" or "../" and a
  /// path from the output folder).
  const std::string& use_module(const std::string& module, const std::string& name);
  void use_kysely(const char* name) { kysely_.insert(name); }

  /// The lines; empty where nothing is used.
  std::string render() const;

 private:
  /// What is imported from one path: "Orders", "type Orders as Orders_ab12".
  std::vector<std::string> specifiers(const std::string& path, bool has_values) const;
  std::string source_of(const std::string& path) const;
  std::string free_name(const std::string& path, std::string name);

  std::set<std::string> taken_;
  std::string file_;
  std::map<std::pair<std::string, std::string>, std::string> names_;
  std::set<std::pair<std::string, std::string>> values_;
  std::set<std::string> modules_;
  std::set<std::string> kysely_;
};

}  // namespace ddltrail::typescript
