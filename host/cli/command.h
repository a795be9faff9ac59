// A command of the tool: its place below another one, what it takes, and what it does. This is the
// one door to the parser of the command line, whose headers take seconds in every file that has
// them.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"

namespace CLI {
class App;
}

namespace ddltrail {

class Command {
 public:
  using Run = std::function<ExitCode()>;

  /// A command below this one. `example` is what follows the name of the tool.
  Command add(const std::string& name, const std::string& what, const std::string& example) const;
  /// One of the commands below this one has to be named.
  void needs_another() const;

  /// What the command does, with the flags that are returned and live as long as the parser: their
  /// members take what is given on the command line.
  template <class Flags>
  Flags& runs(ExitCode (*run)(const Flags&)) const {
    const auto flags = std::make_shared<Flags>();
    when_chosen([flags, run] { return run(*flags); });
    return *flags;
  }

  /// `names` is `--url`, `-o,--output`, or `NAME` for what is known by its place. The value that is
  /// there already is what holds where none is given; help shows it.
  void option(const std::string& names, std::string& value, const std::string& what) const;
  void option(const std::string& names, std::size_t& value, const std::string& what) const;
  /// It may be repeated.
  void option(const std::string& names, std::vector<std::string>& values,
              const std::string& what) const;
  void required(const std::string& names, std::string& value, const std::string& what) const;
  void seconds(const std::string& names, std::optional<int>& value, const std::string& what) const;
  void flag(const std::string& names, bool& value, const std::string& what) const;
  /// `name` and `other` cannot both be given.
  void excludes(const std::string& name, const std::string& other) const;
  /// `name` takes nothing but these.
  void takes_only(const std::string& name, const std::vector<std::string>& values) const;

  /// What many commands take alike.
  void url(std::string& value) const;
  void json(bool& value) const;

 private:
  friend class CommandLine;
  Command(CLI::App& app, Run& chosen) : app_(&app), chosen_(&chosen) {}
  void when_chosen(Run run) const;

  CLI::App* app_;
  Run* chosen_;
};

/// The command line of the tool.
class CommandLine {
 public:
  CommandLine(const std::string& what, const std::string& example);
  ~CommandLine();

  /// The tool itself, above all commands. Its options may stand after a command too.
  Command tool();
  /// The command that was chosen, to be run while this lives; one that does nothing where help or
  /// the version was asked for, which is printed. Throws Error with ExitCode::kUsage.
  Command::Run parse(int argc, char** argv);

 private:
  std::unique_ptr<CLI::App> app_;
  Command::Run chosen_;
};

}  // namespace ddltrail
