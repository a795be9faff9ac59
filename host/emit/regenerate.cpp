#include "emit/regenerate.h"

#include <algorithm>
#include <sstream>

#include "base/contains.h"
#include "base/error.h"
#include "base/program.h"
#include "emit/state_catalog.h"
#include "generate/reach.h"

namespace ddltrail {
namespace {

/// Facts of the state.
constexpr const char* kBookmark = "bookmark";
constexpr const char* kSignature = "signature";
constexpr const char* kBoot = "boot";
constexpr const char* kWhole = "whole";  ///< paths, one a line

void add_once(Reasons& reasons, const std::string& reason) {
  if (!contains(reasons, reason)) reasons.push_back(reason);
}

class Run {
 public:
  Run(Source& source, const Target& target, State& state, FileSystem& files,
      const RegenerateOptions& options)
      : source_(source),
        target_(target),
        state_(state),
        options_(options),
        emitter_(files, state, options.output, options.mark) {}

  Outcome run() {
    const std::string distrust = why_distrust_state();
    News news = source_.news(distrust.empty() ? state_.get(kBookmark) : "");
    outcome_.has_log = news.has_log;
    const bool is_intact = emitter_.is_intact();
    if (news.changes && news.changes->empty() && is_intact && is_remembered(news)) return outcome_;
    State::Transaction transaction(state_);
    if (!news.changes) {
      read_everything(distrust.empty() ? news.why_everything : distrust);
    } else {
      follow(*news.changes);
      if (!is_intact && outcome_.why_everything.empty()) mend();
    }
    emitter_.finish();
    if (!options_.mark.empty()) {
      remember(news);
      transaction.commit();
      emitter_.settle();
    }
    outcome_.files = emitter_.changes();
    outcome_.unchanged = emitter_.unchanged();
    return outcome_;
  }

 private:
  /// Why what the state says cannot be relied on; empty where it can.
  std::string why_distrust_state() {
    if (!options_.why_full.empty()) return options_.why_full;
    if (emitter_.was_interrupted()) return "the last run did not come to its end";
    if (state_.get(kBookmark).empty())
      return state_.get(kSignature).empty() ? "first generation" : "";
    if (state_.get(kSignature) != options_.signature)
      return "another database, configuration or version of ddltrail";
    if (state_.get(kBoot) != boot_id()) return "the machine was started anew since the last run";
    return "";
  }

  bool is_remembered(const News& news) { return news.next == state_.get(kBookmark); }

  void remember(const News& news) {
    state_.set(kBookmark, news.next);
    state_.set(kSignature, options_.signature);
    state_.set(kBoot, boot_id());
  }

  void read_everything(const std::string& why) {
    outcome_.why_everything = why;
    std::set<ObjectKey> gone = state_.keys();
    std::vector<Object> objects = source_.read_all(target_.detail());
    std::erase_if(objects, [&](const Object& each) { return !options_.selection.holds(each); });
    const MemoryCatalog catalog(objects);
    for (const Object& object : objects) {
      const ObjectKey key = key_of(object);
      const auto before = state_.object(key);
      const StoredObject after = store(before, object);
      render(object, catalog, {why + ": " + compare(before, after)});
      gone.erase(key);
    }
    for (const ObjectKey& key : gone) state_.erase(key);
    for (const Artifact& artifact : target_.render_fixed()) emitter_.write(artifact, {why});
    render_lists(catalog, {why});
    write_whole(target_.render_whole(catalog), {why});
    emitter_.remove_others({why + ": no object has this file any more"});
  }

  static std::string compare(const std::optional<StoredObject>& before, const StoredObject& after) {
    const std::string name = to_string(after.key);
    if (!before) return name + " is new";
    return name + (before->definition == after.definition ? " is as it was" : " changed");
  }

  void follow(const std::vector<Change>& changes) {
    outcome_.changes = changes.size();
    DirtySet dirty = dirty_set(
        changes, [&](const Name& type) { return state_.naming_type(type); },
        state_.has_any(Family::kProvenColumns));
    if (!dirty.why_everything.empty()) return read_everything(dirty.why_everything);
    read_unread(dirty);
    const std::vector<Difference> differences = differences_to_state(std::move(dirty));
    reach(differences, &Difference::before);
    for (const Difference& difference : differences) apply(difference);
    reach(differences, &Difference::after);
    render_reached(reasons_of(differences));
  }

  void read_unread(DirtySet& dirty) {
    Wanted wanted{target_.detail(), dirty.unread, {}};
    for (const auto& [family, reasons] : dirty.unread_families) {
      wanted.families.insert(family);
      for (const ObjectKey& key : state_.keys_of(family)) dirty.unread.insert(key);
    }
    if (wanted.empty()) return;
    for (const ObjectKey& key : dirty.unread) dirty.objects[key] = std::nullopt;
    for (Object& object : source_.read(wanted)) dirty.objects[key_of(object)] = std::move(object);
    for (const auto& [key, object] : dirty.objects)
      if (const auto family = dirty.unread_families.find(key.family);
          family != dirty.unread_families.end())
        dirty.reasons[key] = family->second;
  }

  /// An object that is not as the state knows it.
  struct Difference {
    ObjectKey key;
    std::optional<StoredObject> stored;
    std::optional<Object> before;
    std::optional<Object> after;
    Reasons reasons;
  };

  std::vector<Difference> differences_to_state(DirtySet dirty) {
    std::vector<Difference> differences;
    for (auto& [key, object] : dirty.objects) {
      if (object && !narrow(*object, target_.detail())) continue;
      if (object && !options_.selection.holds(*object)) object.reset();
      Difference difference{key, state_.object(key), std::nullopt, std::move(object),
                            std::move(dirty.reasons[key])};
      if (difference.stored) difference.before = parse(*difference.stored);
      if (difference.before != difference.after) differences.push_back(std::move(difference));
    }
    return differences;
  }

  static Object parse(const StoredObject& stored) {
    return read_definition(stored.key.family, Json::parse(stored.definition));
  }

  /// Notes the objects whose files may show one side of the differences, with the schema around it
  /// as the state has it at the time.
  void reach(const std::vector<Difference>& differences, std::optional<Object> Difference::*side) {
    const StateCatalog catalog(state_);
    for (const Difference& difference : differences) {
      add_reasons(difference.key, difference.reasons, "");
      const std::optional<Object>& object = difference.*side;
      if (!object || is_inner(difference)) continue;
      for (const ObjectKey& key : around(*object, catalog))
        if (key != difference.key) add_reasons(key, difference.reasons, " -> " + to_string(key));
    }
  }

  static bool is_inner(const Difference& difference) {
    if (difference.key.family != Family::kTable) return false;
    return difference.before && difference.after &&
           looks_the_same(std::get<TableObject>(*difference.before),
                          std::get<TableObject>(*difference.after));
  }

  void add_reasons(const ObjectKey& key, const Reasons& reasons, const std::string& chain) {
    for (const std::string& reason : reasons) add_once(reached_[key], reason + chain);
  }

  /// Routines stand in lists, and show what composite types are made of.
  static bool is_shown_in_lists(Family family) {
    return family == Family::kRoutine || family == Family::kCompositeType;
  }

  /// Makes the state know the new side.
  void apply(const Difference& difference) {
    const auto& stored = difference.stored;
    const auto old_paths = stored ? stored->paths : std::vector<std::string>{};
    std::vector<std::string> paths;
    if (difference.after)
      paths = store(stored, *difference.after).paths;
    else
      state_.erase(difference.key);
    if (old_paths == paths && !is_shown_in_lists(difference.key.family)) return;
    for (const std::string& path : old_paths) abandoned_[path] = difference.reasons;
    for (const std::string& path : paths) abandoned_.erase(path);
    list_reasons_.insert(list_reasons_.end(), difference.reasons.begin(), difference.reasons.end());
  }

  /// The files of objects as the state knows them. False where it does not know them well enough:
  /// then everything was read instead.
  bool render_known(const std::map<ObjectKey, Reasons>& objects, const StateCatalog& catalog) {
    std::vector<std::pair<Artifact, Reasons>> artifacts;
    for (const auto& [key, reasons] : objects)
      if (const Object* object = catalog.find(key))
        for (Artifact& artifact : target_.render(*object, catalog))
          artifacts.emplace_back(std::move(artifact), reasons);
    if (catalog.met_malformed()) {
      read_everything("a name is not UTF-8");
      return false;
    }
    for (const auto& [artifact, reasons] : artifacts) emitter_.write(artifact, reasons);
    return true;
  }

  static Reasons reasons_of(const std::vector<Difference>& differences) {
    Reasons all;
    for (const Difference& difference : differences)
      for (const std::string& reason : difference.reasons) add_once(all, reason);
    return all;
  }

  /// `all`: why there is anything to do.
  void render_reached(const Reasons& all) {
    const StateCatalog catalog(state_);
    if (!render_known(reached_, catalog)) return;
    if (!list_reasons_.empty()) render_lists(catalog, list_reasons_);
    if (!all.empty() && !render_whole_known(catalog, all)) return;
    for (const auto& [path, reasons] : abandoned_) emitter_.remove(path, reasons);
  }

  StoredObject store(const std::optional<StoredObject>& before, const Object& object) {
    StoredObject stored{key_of(object), write_definition(object), target_.paths_of(object)};
    const bool is_known =
        before && before->definition == stored.definition && before->paths == stored.paths;
    if (!is_known) state_.put(stored, object);
    return stored;
  }

  void render(const Object& object, const Catalog& catalog, const Reasons& reasons) {
    for (const Artifact& artifact : target_.render(object, catalog))
      emitter_.write(artifact, reasons);
  }

  void render_lists(const Catalog& catalog, const Reasons& reasons) {
    for (const Artifact& artifact : target_.render_lists(state_.listed(), catalog)) {
      emitter_.write(artifact, reasons);
      abandoned_.erase(artifact.path);  // other objects have it too
    }
  }

  std::set<std::string> paths_of_whole() {
    std::istringstream lines(state_.get(kWhole));
    std::set<std::string> paths;
    for (std::string line; std::getline(lines, line);) paths.insert(line);
    return paths;
  }

  /// False where the state does not know the schema well enough: then everything was read instead.
  bool render_whole_known(const StateCatalog& catalog, const Reasons& reasons) {
    const std::vector<Artifact> files = target_.render_whole(catalog);
    if (catalog.met_malformed()) {
      read_everything("a name is not UTF-8");
      return false;
    }
    write_whole(files, reasons);
    return true;
  }

  void write_whole(const std::vector<Artifact>& files, const Reasons& reasons) {
    const std::set<std::string> before = paths_of_whole();
    std::set<std::string> now;
    std::string paths;
    for (const Artifact& artifact : files) {
      if (!now.insert(artifact.path).second || is_of_others(artifact.path, before))
        throw Error("a template or plugin writes a file that is written already", artifact.path,
                    "Let it write to another path.");
      emitter_.write(artifact, reasons);
      paths += artifact.path + '\n';
    }
    for (const std::string& path : before)
      if (!now.contains(path)) emitter_.remove(path, reasons);
    whole_ = std::move(now);
    if (!paths.empty() || !before.empty()) state_.set(kWhole, paths);
  }

  /// `before`: the paths that had such files already.
  bool is_of_others(const std::string& path, const std::set<std::string>& before) {
    if (whole_.contains(path)) return false;
    const bool follows = outcome_.why_everything.empty();
    return (follows && state_.file(path) && !before.contains(path)) || emitter_.has_handled(path) ||
           state_.owner_of(path);
  }

  /// Writes again what somebody deleted or edited.
  void mend() {
    const Reasons reasons{"the file was missing or edited"};
    const auto damaged = emitter_.damaged();
    if (damaged.empty()) return;
    std::map<ObjectKey, Reasons> owners;
    for (const std::string& path : damaged)
      if (const auto owner = state_.owner_of(path)) owners[*owner] = reasons;
    const StateCatalog catalog(state_);
    if (!render_known(owners, catalog)) return;
    for (const Artifact& artifact : target_.render_fixed()) emitter_.write(artifact, reasons);
    render_lists(catalog, reasons);
    render_whole_known(catalog, reasons);
  }

  Source& source_;
  const Target& target_;
  State& state_;
  const RegenerateOptions& options_;
  Emitter emitter_;
  Outcome outcome_;
  std::map<ObjectKey, Reasons> reached_;
  std::map<std::string, Reasons> abandoned_;
  Reasons list_reasons_;
  std::set<std::string> whole_;  ///< paths that write_whole() wrote last
};

}  // namespace

Outcome regenerate(Source& source, const Target& target, State& state, FileSystem& files,
                   const RegenerateOptions& options) {
  try {
    return Run(source, target, state, files, options).run();
  } catch (const State::Damaged&) {
    state.start_anew();
  }
  return Run(source, target, state, files, options).run();
}

}  // namespace ddltrail
