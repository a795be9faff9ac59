#include "identity.h"

#include "command.h"

namespace ddltrail {

const char* identity_of(ObjectKey key) {
  if (const Dropped* drop = find_drop(current_command(), key)) return drop->identity;
  return identity_of_part(key, 0);
}

const char* identity_of_part(ObjectKey key, int sub_id) {
  ObjectAddress address = {key.class_id, key.object_id, sub_id};
  return getObjectIdentity(&address, true);
}

}  // namespace ddltrail
