// The names of one generated file: what it exports, and every type and value that it takes from
// Kysely and from other generated files, each under a name that nothing else in the file has.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ddltrail::typescript {

class Imports {
 public:
  /// `file`: the path, without extension. `whole`: that of the file that has all objects, where one
  /// does.
  explicit Imports(std::string file, std::string whole = "")
      : file_(std::move(file)), whole_(std::move(whole)) {}

  /// The name to use in the file for what `path` exports as `name`. Where the name is taken, or one
  /// that TypeScript or Kysely has, it gets a hash of the path. What the file exports itself is to
  /// be used before all else.
  const std::string& use(const std::string& path, const std::string& name);
  /// The same, always with a hash where it is imported.
  const std::string& use_apart(const std::string& path, const std::string& name);
  /// The same for what is there at run time: a constant, a class, a function.
  const std::string& use_value(const std::string& path, const std::string& name);
  /// The same as use() for a type of a package, or of a file of the project ("./" or "../" and a
  /// path from the output folder).
  const std::string& use_module(const std::string& module, const std::string& name);
  void use_kysely(const char* name) { kysely_.insert(name); }

  /// The lines; empty where nothing is used.
  std::string render() const;

 private:
  /// What is imported from one file: "Orders", "Orders as Orders_ab12".
  struct Specifiers {
    std::vector<std::string> values;
    std::vector<std::string> types;
    std::string line(const std::string& source) const;
  };

  /// The file that exports what is named by that path.
  const std::string& file_of(const std::string& path) const;
  std::string source_of(const std::string& path) const;
  bool is_own(const std::string& path) const;
  std::string own_name(const std::string& path, const std::string& name);
  std::string free_name(const std::string& path, std::string name);
  std::string with_hash(const std::string& path, const std::string& name);

  std::set<std::string> taken_;
  std::string file_;
  std::string whole_;
  std::map<std::pair<std::string, std::string>, std::string> names_;
  std::set<std::pair<std::string, std::string>> values_;
  std::set<std::string> modules_;
  std::set<std::string> kysely_;
};

}  // namespace ddltrail::typescript
