#include "identity.h"

#include "command.h"

namespace ddltrail {

const char* identity_of(ObjectKey key) {
  if (const Dropped* drop = find_drop(current_command(), key)) return drop->identity;
  ObjectAddress address = {key.class_id, key.object_id, 0};
  return getObjectIdentity(&address, true);
}

}  // namespace ddltrail
