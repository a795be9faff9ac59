#include "plan/postgres/object.h"

#include "plan/postgres/catalog.h"

namespace ddltrail::postgres_plan {

Change Object::change(const Object& former, const World&) const {
  return {.how = former.definition == definition ? Change::How::kNothing : Change::How::kReplace};
}

bool Object::is_restored(const World& world) const {
  const Object* former = world.from.find(key);
  return former && former->definition == definition && world.dropped.contains(key);
}

Risk Object::risk(Hazard hazard, std::string why) const {
  return {hazard, title, std::move(why), table};
}

Step step(std::string sql, std::vector<Risk> risks) { return {std::move(sql), std::move(risks)}; }

}  // namespace ddltrail::postgres_plan
