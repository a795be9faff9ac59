#include "cli/owners.h"

#include "cli/config.h"
#include "model/ownership.h"

namespace ddltrail {

void add_no_owner(const Command& command, bool& is_without) {
  command.flag("--no-owner", is_without, "Leave owners out, as `migrations.owner = false` does");
}

bool leaves_out_owners(bool is_without) {
  return is_without || !Config::read_if_there().migrations.has_owners;
}

void leave_out_owners(Schema& schema, bool is_without) {
  hand_over(schema, schema.reader);
  if (leaves_out_owners(is_without)) hand_over_all(schema);
}

void leave_out_owners(Schema& from, Schema& to, bool is_without) {
  if (from.reader.empty()) from.reader = to.reader;
  if (to.reader.empty()) to.reader = from.reader;
  leave_out_owners(from, is_without);
  leave_out_owners(to, is_without);
}

}  // namespace ddltrail
