#include "cli/command.h"

#include <CLI/CLI.hpp>

#include "base/ascii.h"

namespace ddltrail {
namespace {

std::string example_of(const std::string& example) { return "Example: ddltrail " + example; }

/// What the parser has to say, as an Error.
Error usage(std::string what) {
  what.front() = lower(what.front());
  return {std::move(what), "", "Run `ddltrail --help`, or COMMAND with --help.", ExitCode::kUsage};
}

}  // namespace

Command Command::add(const std::string& name, const std::string& what,
                     const std::string& example) const {
  CLI::App* app = app_->add_subcommand(name, what);
  app->footer(example_of(example));
  return {*app, *chosen_};
}

void Command::needs_another() const { app_->require_subcommand(1); }

void Command::when_chosen(Run run) const {
  app_->callback([run = std::move(run), chosen = chosen_] { *chosen = run; });
}

void Command::option(const std::string& names, std::string& value, const std::string& what) const {
  app_->add_option(names, value, what)->capture_default_str();
}

void Command::option(const std::string& names, std::size_t& value, const std::string& what) const {
  app_->add_option(names, value, what)->capture_default_str();
}

void Command::option(const std::string& names, std::vector<std::string>& values,
                     const std::string& what) const {
  app_->add_option(names, values, what);
}

void Command::required(const std::string& names, std::string& value,
                       const std::string& what) const {
  app_->add_option(names, value, what)->required();
}

void Command::seconds(const std::string& names, std::optional<int>& value,
                      const std::string& what) const {
  app_->add_option(names, value, what)->check(CLI::Range(0, 1'000'000));
}

void Command::flag(const std::string& names, bool& value, const std::string& what) const {
  app_->add_flag(names, value, what);
}

void Command::excludes(const std::string& name, const std::string& other) const {
  app_->get_option(name)->excludes(app_->get_option(other));
}

void Command::takes_only(const std::string& name, const std::vector<std::string>& values) const {
  app_->get_option(name)->check(CLI::IsMember(values));
}

void Command::url(std::string& value) const {
  option("--url", value, "Database, instead of the configured one");
}

void Command::json(bool& value) const { flag("--json", value, "Print one JSON object"); }

CommandLine::CommandLine(const std::string& what, const std::string& example)
    : app_(std::make_unique<CLI::App>(what)) {
  app_->set_version_flag("--version", DDLTRAIL_VERSION);
  app_->fallthrough();
  app_->footer(example_of(example));
}

CommandLine::~CommandLine() = default;

Command CommandLine::tool() { return {*app_, chosen_}; }

Command::Run CommandLine::parse(int argc, char** argv) {
  try {
    app_->parse(argc, argv);
  } catch (const CLI::Success& asked_for_help) {
    app_->exit(asked_for_help);
    return [] { return ExitCode::kDone; };
  } catch (const CLI::ParseError& error) {
    throw usage(error.what());
  }
  if (!chosen_) throw usage("no command is named");
  return chosen_;
}

}  // namespace ddltrail
