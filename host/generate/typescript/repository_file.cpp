#include "generate/typescript/repository_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "generate/naming.h"
#include "generate/typescript/method.h"
#include "generate/typescript/paths.h"
#include "generate/typescript/relation.h"
#include "generate/typescript/syntax.h"

namespace ddltrail::typescript {
namespace {

using Columns = std::vector<std::string>;

/// What a repository is derived from: all of it for tables, what takes rows for views that do.
enum class Base { kTable, kWritable, kReadOnly };

Base base_of(const Table& table) {
  if (has_entity(table)) return Base::kTable;
  return table.is_insertable ? Base::kWritable : Base::kReadOnly;
}

class RepositoryFile {
 public:
  RepositoryFile(const TableObject& object, const Catalog& catalog, const Naming& naming,
                 Imports& imports)
      : object_(object),
        catalog_(catalog),
        naming_(naming),
        names_(RepositoryNames::of(object.table.table_name, naming)),
        base_(base_of(object.table)),
        key_(primary_key(object)),
        unique_keys_(other_unique_keys(object, catalog)),
        imports_(imports),
        name_(imports.use(repository_path(object.table), names_.repository)) {
    const TableNames table = TableNames::of(object.table.table_name, naming);
    const std::string path = table_path(object.table);
    row_ = imports_.use(path, table.row);
    if (base_ == Base::kReadOnly) return;
    new_row_ = imports_.use(path, table.new_row);
    row_update_ = imports_.use(path, table.row_update);
  }

  std::string render() {
    std::string body = head() + metadata();
    for (const Method& method : methods()) body += '\n' + method.render();
    return body + "}\n";
  }

 private:
  std::string head() { return class_head(name_, base()); }

  std::string base() {
    if (base_ == Base::kReadOnly)
      return fmt::format("{}<{}>", imports_.use_value("runtime/read_repository", "ReadRepository"),
                         row_);
    if (base_ == Base::kWritable)
      return fmt::format("{}<{}, {}, {}>",
                         imports_.use_value("runtime/write_repository", "WriteRepository"), row_,
                         new_row_, row_update_);
    const std::string path = entity_path(object_.table);
    return fmt::format(
        "{}<{}, {}, {}, {}, {}>", imports_.use_value("runtime/repository", "BaseRepository"), row_,
        new_row_, row_update_, imports_.use(path, names_.id), imports_.use(path, names_.relations));
  }

  std::string metadata() {
    return "  static override readonly metadata = " +
           imports_.use_value(entity_path(object_.table), names_.metadata) + ";\n";
  }

  std::vector<Method> methods() {
    std::vector<Method> all;
    for (const Columns& key : unique_keys_) all.push_back(find_one(key));
    for (const std::string& column : leading_columns()) all.push_back(find_many(column));
    if (base_ != Base::kTable) return parted(std::move(all));
    if (!key_.empty() && is_insertable(key_)) all.push_back(upsert("", key_));
    for (const Columns& key : unique_keys_)
      if (is_insertable(key)) all.push_back(upsert("By" + words(key), key));
    return parted(std::move(all));
  }

  /// Names that differ in the columns' spelling only, and findById, which is the primary key's.
  std::vector<Method> parted(std::vector<Method> methods) const {
    std::map<std::string, int> uses{{"findById", base_ == Base::kTable ? 1 : 0}};
    for (const Method& method : methods) ++uses[method.name];
    for (Method& method : methods)
      if (uses[method.name] > 1) method.name += "_" + short_hash(method.arguments.front().print());
    return methods;
  }

  Method find_one(const Columns& key) const {
    return {"The row with this unique key.",
            "findBy" + words(key),
            {key.size() == 1 ? "value: " + key_type(object_, row_, key[0], naming_)
                             : "key: Pick<" + row_ + ", " + literal_union(spelled(key)) + ">"},
            "Promise<" + row_ + " | undefined>",
            "this.findOneBy",
            {literal_list(spelled(key)), Layout::text(key.size() == 1 ? "value" : "key")}};
  }

  Method find_many(const std::string& column) {
    const std::string options = imports_.use("runtime/read_repository", "FindOptions");
    return {"Rows by a column that an index begins with.",
            "findManyBy" + pascal_case(column),
            {"value: " + type_of(column), "options?: " + options + "<" + row_ + ">"},
            "Promise<" + row_ + "[]>",
            "this.findManyBy",
            {Layout::text(literal(spelled({column}).front())), Layout::text("value"),
             Layout::text("options")}};
  }

  Method upsert(const std::string& suffix, const Columns& key) const {
    const char* which = suffix.empty() ? "primary" : "unique";
    return {fmt::format("Inserts the row, or updates the one with the same {} key.", which),
            "upsert" + suffix,
            {"values: " + new_row_},
            "Promise<" + row_ + ">",
            "this.upsertOn",
            {literal_list(spelled(key)), Layout::text("values")}};
  }

  Columns spelled(const Columns& columns) const {
    return naming_.spelling.of_columns(name_of(object_.table), columns);
  }

  static std::string words(const Columns& columns) {
    std::string out;
    for (const std::string& column : columns)
      out += (out.empty() ? "" : "And") + pascal_case(column);
    return out;
  }

  std::string type_of(const std::string& name) const {
    return row_ + "[" + literal(spelled({name}).front()) + "]";
  }

  bool is_insertable(const Columns& key) const {
    return std::all_of(key.begin(), key.end(), [&](const std::string& name) {
      const Column* found = find_column(object_, name);
      return found && found->is_insertable;
    });
  }

  bool is_key(const std::string& name) const {
    const Columns alone{name};
    return key_ == alone ||
           std::find(unique_keys_.begin(), unique_keys_.end(), alone) != unique_keys_.end();
  }

  /// The columns that indexes begin with, and that are no key alone, in table order.
  Columns leading_columns() const {
    const auto indexes = catalog_.indexes_of(name_of(object_.table));
    const auto leads = [&](const std::string& name) {
      return std::any_of(indexes.begin(), indexes.end(),
                         [&](const TableIndex* index) { return begins_with(*index, name); });
    };
    Columns leading;
    for (const Column* each : row_columns(object_))
      if (!is_key(each->column_name) && (leads(each->column_name) || leads_key(each->column_name)))
        leading.push_back(each->column_name);
    return leading;
  }

  static bool begins_with(const TableIndex& index, const std::string& name) {
    const bool finds_equal = index.method == "btree" || index.method == "hash";
    return finds_equal && index.is_valid && !index.is_partial && !index.columns.empty() &&
           index.columns.front() == name;
  }

  /// A key has an index, of which SQLite tells nothing where the table is kept in its order.
  bool leads_key(const std::string& name) const {
    return std::any_of(object_.keys.begin(), object_.keys.end(), [&](const TableKey& key) {
      return !key.columns.empty() && key.columns.front() == name;
    });
  }

  const TableObject& object_;
  const Catalog& catalog_;
  const Naming& naming_;
  const RepositoryNames names_;
  const Base base_;
  const Columns key_;
  const std::vector<Columns> unique_keys_;
  Imports& imports_;
  const std::string name_;
  std::string row_, new_row_, row_update_;
};

}  // namespace

std::string render_repository(const TableObject& table, const Catalog& catalog,
                              const Naming& naming, Imports& imports) {
  return RepositoryFile(table, catalog, naming, imports).render();
}

}  // namespace ddltrail::typescript
