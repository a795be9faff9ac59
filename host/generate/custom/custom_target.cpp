#include "generate/custom/custom_target.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/error.h"
#include "generate/custom/notice.h"
#include "generate/custom/output_path.h"
#include "generate/custom/plugin.h"
#include "generate/custom/template.h"
#include "generate/naming.h"
#include "generate/typescript/module.h"
#include "generate/typescript/view_model.h"

namespace ddltrail::custom {
namespace {

using typescript::RepositorySetting;
using typescript::ViewModel;

std::string without_extension(const std::string& path) { return path.substr(0, path.rfind('.')); }

std::optional<Subject> subject_of(const Object& object) {
  if (std::holds_alternative<TableObject>(object)) return Subject::kTable;
  if (std::holds_alternative<EnumType>(object)) return Subject::kEnum;
  return std::nullopt;
}

/// A template with its place.
class Custom {
 public:
  explicit Custom(const TemplateSetting& setting)
      : setting_(setting), output_(setting.output, whose()) {
    check();
  }

  Subject subject() const { return setting_.subject; }

  /// `path`: of the object's own file.
  std::string path_of(const ObjectKey& key, const std::string& path) const {
    return output_.with(
        {{"schema", file_stem(key.schema)}, {"name", file_stem(key.name)}, {"path", path}});
  }
  std::string path_of_schema(const std::string& schema) const {
    return output_.with({{"schema", file_stem(schema)}});
  }
  std::string path_of_database() const { return output_.with({}); }

  Artifact render(const std::string& path, const Json& model) const {
    if (!template_) template_.emplace(setting_.file);
    return {path, with_notice(path, template_->render(model), whose())};
  }

 private:
  std::string whose() const { return "template " + setting_.file; }

  /// Two objects never have the same file.
  void check() const {
    const bool is_of_object = subject() == Subject::kTable || subject() == Subject::kEnum;
    const bool has_path = is_of_object && output_.has("path");
    const bool parts_schemas = subject() == Subject::kDatabase || output_.has("schema") || has_path;
    const bool parts_objects = !is_of_object || output_.has("name") || has_path;
    if (!parts_schemas || !parts_objects)
      throw Error("its output would be the same file for several objects", whose(),
                  is_of_object ? "Put {{schema}} and {{name}}, or {{path}}, into output."
                               : "Put {{schema}} into output.");
  }

  TemplateSetting setting_;
  OutputPath output_;
  mutable std::optional<Template> template_;
};

class CustomTarget : public Target {
 public:
  CustomTarget(std::unique_ptr<Target> target, Setting setting, typescript::Options options)
      : target_(std::move(target)), setting_(std::move(setting)), options_(std::move(options)) {
    for (const TemplateSetting& each : setting_.templates) templates_.emplace_back(each);
    for (const Custom& each : templates_)
      if (each.subject() == Subject::kDatabase) replaced_.insert(each.path_of_database());
  }

  Detail detail() const override { return Detail::kKeys; }

  std::vector<std::string> paths_of(const Object& object) const override {
    std::vector<std::string> paths = target_->paths_of(object);
    for (const auto& [path, custom] : customs_of(object))
      if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
    return paths;
  }

  std::vector<Artifact> render(const Object& object, const Catalog& catalog) const override {
    std::vector<Artifact> files = target_->render(object, catalog);
    for (const auto& [path, custom] : customs_of(object))
      put(files, custom->render(path, model_of(object, catalog, path)));
    return files;
  }

  std::vector<Artifact> render_lists(const std::vector<Listed>& listed,
                                     const Catalog& catalog) const override {
    return without_replaced(target_->render_lists(listed, catalog));
  }

  std::vector<Artifact> render_fixed() const override {
    return without_replaced(target_->render_fixed());
  }

  std::vector<Artifact> render_whole(const Catalog& catalog) const override {
    std::vector<Artifact> files = without_replaced(target_->render_whole(catalog));
    for (const Custom& custom : templates_) add_whole(custom, catalog, files);
    for (const PluginSetting& plugin : setting_.plugins) add_files_of(plugin, catalog, files);
    return files;
  }

 private:
  /// In the place of a file of the same path.
  static void put(std::vector<Artifact>& files, Artifact file) {
    std::erase_if(files, [&](const Artifact& each) { return each.path == file.path; });
    files.push_back(std::move(file));
  }

  using Placed = std::vector<std::pair<std::string, const Custom*>>;

  Placed customs_of(const Object& object) const {
    Placed found;
    const auto modules = typescript::modules_of(object, options_);
    if (modules.empty()) return found;
    const auto subject = subject_of(object);
    for (const Custom& each : templates_)
      if (subject == each.subject())
        found.emplace_back(each.path_of(key_of(object), modules.front().path), &each);
    return found;
  }

  Json model_of(const Object& object, const Catalog& catalog, const std::string& path) const {
    const RepositorySetting setting = typescript::setting_of(options_, catalog);
    const ViewModel model(setting, without_extension(path));
    if (const auto* table = std::get_if<TableObject>(&object)) return model.of(*table);
    return model.of(std::get<EnumType>(object));
  }

  void add_whole(const Custom& custom, const Catalog& catalog, std::vector<Artifact>& files) const {
    const RepositorySetting setting = typescript::setting_of(options_, catalog);
    if (custom.subject() == Subject::kDatabase) {
      const std::string path = custom.path_of_database();
      files.push_back(
          custom.render(path, ViewModel(setting, without_extension(path)).of_database()));
    } else if (custom.subject() == Subject::kSchema) {
      for (const std::string& schema : typescript::schemas_of(catalog)) {
        const std::string path = custom.path_of_schema(schema);
        files.push_back(
            custom.render(path, ViewModel(setting, without_extension(path)).of_schema(schema)));
      }
    }
  }

  void add_files_of(const PluginSetting& plugin, const Catalog& catalog,
                    std::vector<Artifact>& files) const {
    const RepositorySetting setting = typescript::setting_of(options_, catalog);
    for (auto& [path, text] : run_plugin(plugin, ViewModel(setting, "plugin").of_database()))
      files.push_back({path, with_notice(path, text, "plugin " + plugin.command.front())});
  }

  std::vector<Artifact> without_replaced(std::vector<Artifact> files) const {
    std::erase_if(files, [&](const Artifact& file) { return replaced_.contains(file.path); });
    return files;
  }

  const std::unique_ptr<Target> target_;
  const Setting setting_;
  const typescript::Options options_;
  std::vector<Custom> templates_;
  std::set<std::string> replaced_;
};

}  // namespace

std::unique_ptr<Target> with_custom(std::unique_ptr<Target> target, Setting setting,
                                    typescript::Options options) {
  return std::make_unique<CustomTarget>(std::move(target), std::move(setting), std::move(options));
}

}  // namespace ddltrail::custom
