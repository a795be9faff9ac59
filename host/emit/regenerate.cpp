#include "emit/regenerate.h"

#include <algorithm>

#include "base/program.h"

namespace ddltrail {
namespace {

/// Facts of the state.
constexpr const char* kBookmark = "bookmark";
constexpr const char* kSignature = "signature";
constexpr const char* kBoot = "boot";

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
    for (const Object& object : source_.read_all()) {
      const ObjectKey key = key_of(object);
      const auto before = state_.object(key);
      const StoredObject after = store(key, object);
      render(object, after, {why + ": " + compare(before, after)});
      gone.erase(key);
    }
    for (const ObjectKey& key : gone) state_.erase(key);
    for (const Artifact& artifact : target_.render_fixed()) emitter_.write(artifact, {why});
    render_lists({why});
    emitter_.remove_others({"no object has this file any more"});
  }

  static std::string compare(const std::optional<StoredObject>& before, const StoredObject& after) {
    if (!before) return to_string(after.key) + " is new";
    if (before->definition == after.definition) return to_string(after.key) + " is as it was";
    return to_string(after.key) + " changed";
  }

  void follow(const std::vector<Change>& changes) {
    outcome_.changes = changes.size();
    DirtySet dirty =
        dirty_set(changes, [&](const TypeName& type) { return state_.dependents_of(type); });
    if (!dirty.why_everything.empty()) return read_everything(dirty.why_everything);
    read_unread(dirty);
    for (const auto& [key, object] : dirty.objects) update(key, object, dirty.reasons[key]);
    for (const auto& [path, reasons] : abandoned_) emitter_.remove(path, reasons);
    if (!list_reasons_.empty()) render_lists(list_reasons_);
  }

  void read_unread(DirtySet& dirty) {
    if (dirty.unread.empty()) return;
    for (const ObjectKey& key : dirty.unread) dirty.objects[key] = std::nullopt;
    const std::vector<ObjectKey> keys(dirty.unread.begin(), dirty.unread.end());
    for (Object& object : source_.read(keys)) {
      const ObjectKey key = key_of(object);
      dirty.objects[key] = std::move(object);
    }
  }

  void update(const ObjectKey& key, const std::optional<Object>& object, const Reasons& reasons) {
    const auto before = state_.object(key);
    const auto old_path = before ? before->path : std::nullopt;
    StoredObject after{key, "", std::nullopt};
    if (object) {
      after = store(key, *object);
      render(*object, after, reasons);
    } else {
      state_.erase(key);
    }
    if (old_path == after.path) return;
    if (old_path) abandoned_[*old_path] = reasons;
    list_reasons_.insert(list_reasons_.end(), reasons.begin(), reasons.end());
  }

  StoredObject store(const ObjectKey& key, const Object& object) {
    StoredObject stored{key, write_definition(object), target_.path_of(object)};
    const auto* table = std::get_if<TableObject>(&object);
    state_.put(stored, table ? types_of(*table) : std::vector<TypeName>{});
    return stored;
  }

  void render(const Object& object, const StoredObject& stored, const Reasons& reasons) {
    if (stored.path) emitter_.write(target_.render(object), reasons);
  }

  void render_lists(const Reasons& reasons) {
    for (const Artifact& artifact : target_.render_lists(state_.listed()))
      emitter_.write(artifact, reasons);
  }

  /// Writes again what somebody deleted or edited.
  void mend() {
    const Reasons reasons{"the file was missing or edited"};
    const auto damaged = emitter_.damaged();
    if (damaged.empty()) return;
    for (const std::string& path : damaged) {
      const auto stored = state_.object_at(path);
      if (!stored) continue;
      render(read_definition(stored->key.family, Json::parse(stored->definition)), *stored,
             reasons);
    }
    for (const Artifact& artifact : target_.render_fixed()) emitter_.write(artifact, reasons);
    render_lists(reasons);
  }

  Source& source_;
  const Target& target_;
  State& state_;
  const RegenerateOptions& options_;
  Emitter emitter_;
  Outcome outcome_;
  std::map<std::string, Reasons> abandoned_;
  Reasons list_reasons_;
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
