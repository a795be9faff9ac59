#include "plan/postgres/object.h"

namespace ddltrail::postgres_plan {

Change Object::change(const Object& former, const World&) const {
  return {.how = former.definition == definition ? Change::How::kNothing : Change::How::kReplace};
}

Risk Object::risk(Hazard hazard, std::string why) const {
  return {hazard, title, std::move(why), table};
}

Step step(std::string sql, std::vector<Risk> risks) { return {std::move(sql), std::move(risks)}; }

}  // namespace ddltrail::postgres_plan
