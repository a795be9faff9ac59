#include "cli/owners.h"

#include "cli/config.h"
#include "model/ownership.h"
#include "source/source.h"

namespace ddltrail {

void add_no_owner(const Command& command, bool& is_without) {
  command.flag("--no-owner", is_without, "Leave owners out, as `migrations.owner = false` does");
}

bool leaves_out_owners(bool is_without) {
  return is_without || !Config::read_if_there().migrations.has_owners;
}

void leave_out_owners(Schema& schema, const std::string& role, bool is_without) {
  hand_over(schema, role);
  if (leaves_out_owners(is_without)) hand_over_all(schema);
}

void leave_out_owners(Schema& from, Schema& to, std::pair<std::string, std::string> roles,
                      bool is_without) {
  leave_out_owners(from, roles.first.empty() ? roles.second : roles.first, is_without);
  leave_out_owners(to, roles.second.empty() ? roles.first : roles.second, is_without);
}

std::string role_of(const SchemaArgument& argument, const Url* beside) {
  if (argument.is_url()) return role_at(Url::parse(argument.text));
  return beside ? role_at(*beside) : "";
}

}  // namespace ddltrail
