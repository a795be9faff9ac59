#include "cli/project.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/error.h"
#include "base/hash.h"
#include "base/warning.h"
#include "generate/custom/custom_target.h"
#include "generate/typescript/typescript_target.h"

namespace ddltrail {
namespace {

constexpr const char* kFolder = ".ddltrail";
constexpr const char* kLock = ".ddltrail/lock";
constexpr const char* kState = ".ddltrail/state.db";
constexpr const char* kMark = ".ddltrail/unfinished";

[[noreturn]] void cannot_write(const char* path) {
  throw Error(std::string("cannot write the project's folder (") + std::strerror(errno) + ")", path,
              "Check the permissions and the space on the disk.");
}

void make_folder() {
  if (::mkdir(kFolder, 0777) != 0 && errno != EEXIST) cannot_write(kFolder);
}

/// Most projects have no overrides, and need not look for any.
std::shared_ptr<const typescript::ValueTypes> with_own(
    std::unique_ptr<typescript::ValueTypes> values, const typescript::Overrides& overrides) {
  return overrides.empty() ? std::move(values) : with_overrides(std::move(values), overrides);
}

/// What the engines bring to the TypeScript target.
typescript::Options typescript_options(Engine engine, const Config& config) {
  typescript::Options options;
  options.engine = engine;
  options.has_brands = config.has_brands;
  options.is_one_file = config.is_one_file;
  options.parts = typescript::Parts::named(config.parts);
  options.naming = config.naming;
  options.header = config.header;
  switch (engine) {
    case Engine::kPostgres:
      options.values = with_own(
          typescript::postgres_values({config.has_parsers, config.has_brands}), config.overrides);
      options.default_schema = "public";
      options.has_parsers = config.has_parsers;
      break;
    case Engine::kSqlite:
      options.values = with_own(typescript::sqlite_values(config.sqlite_types), config.overrides);
      options.default_schema = "main";
      break;
  }
  return options;
}

}  // namespace

ProjectLock::ProjectLock() {
  make_folder();
  descriptor_ = ::open(kLock, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) cannot_write(kLock);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
  ::close(descriptor_);
  throw Error("another run of ddltrail works on this project", kLock,
              "Wait until it has finished and run again.");
}

ProjectLock::~ProjectLock() { ::close(descriptor_); }

Project::Project(Config config, const std::string& url)
    : config_(std::move(config)), url_(resolve_url(url, config_.url)) {
  typescript::Options options = typescript_options(url_.engine, config_);
  if (!config_.default_schema.empty()) options.default_schema = config_.default_schema;
  config_.default_schema = options.default_schema;
  values_ = options.values;
  target_ = typescript::make_target(options);
  if (!config_.own_files.empty())
    target_ = custom::with_custom(std::move(target_), config_.own_files, std::move(options));
}

Source& Project::source() {
  if (!source_) source_ = open_source(url_);
  return *source_;
}

RegenerateOptions Project::options() const {
  if (config_.output.empty())
    throw Error("no folder is named for the generated files", "typescript.output",
                "Name one, or \".\" for the folder of the project.");
  RegenerateOptions options;
  options.output = config_.output;
  options.mark = kMark;
  options.selection = Selection(config_.include, config_.exclude);
  if (!config_.has_partitions) options.selection.fold_partitions();
  options.signature = stable_hash(Json{"typescript 5", DDLTRAIL_VERSION, config_.default_schema,
                                       config_.stamp, config_.own_files.stamp()}
                                      .dump());
  return options;
}

void Project::warn_of_unmet(const Selection& selection) const {
  std::set<std::string> unmet = values_->unmet();
  for (const Unmet& more : {selection.unmet(), config_.naming.singular.unmet()})
    unmet.insert(more.settings().begin(), more.settings().end());
  for (const std::string& setting : unmet)
    warn(fmt::format("{}, line {}: {} meets nothing", kConfigName, config_.lines.at(setting),
                     setting));
}

bool Project::has_state() { return std::filesystem::exists(kState); }

State Project::open_state() { return State(kState); }

}  // namespace ddltrail
