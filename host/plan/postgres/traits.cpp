#include "plan/postgres/traits.h"

#include <fmt/format.h>

#include <map>
#include <tuple>

#include "model/ownership.h"
#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
namespace {

std::string target(const Traits& traits) {
  return traits.grant_noun + " " + (traits.grant_name.empty() ? traits.name : traits.grant_name);
}

/// Privileges of one pair of roles, which one statement gives or takes.
using Bundle = std::tuple<std::string, std::string, bool>;  // grantor, grantee, is_grantable
using Bundles = std::map<Bundle, std::vector<std::string>>;

class Granting {
 public:
  Granting(const Traits& traits, const std::string& owner) : traits_(traits), owner_(owner) {}

  Steps run(const Grants& former, const Grants& later) {
    Bundles taken, options_taken, given;
    for (const Grant& grant : former) {
      const auto [plain, grantable] = held(later, grant);
      if (!plain && !grantable)
        add(taken, grant);
      else if (grant.is_grantable && !grantable)
        add(options_taken, grant);
    }
    for (const Grant& grant : later) {
      const auto [plain, grantable] = held(former, grant);
      if (!grantable && (grant.is_grantable || !plain)) add(given, grant);
    }
    // What others passed on goes before what they have it from, and comes after it.
    take(taken, "", false);
    take(options_taken, "GRANT OPTION FOR ", false);
    take(taken, "", true);
    take(options_taken, "GRANT OPTION FOR ", true);
    give(given, true);
    give(given, false);
    return std::move(steps_);
  }

 private:
  static std::pair<bool, bool> held(const Grants& grants, const Grant& grant) {
    Grant other = grant;
    other.is_grantable = false;
    const bool plain = grants.contains(other);
    other.is_grantable = true;
    return {plain, grants.contains(other)};
  }

  static void add(Bundles& bundles, const Grant& grant) {
    bundles[{grant.grantor, grant.grantee, grant.is_grantable}].push_back(grant.privilege);
  }

  bool is_own(const std::string& grantor) const { return grantor == owner_ || grantor.empty(); }

  void take(const Bundles& bundles, const char* what, bool is_of_owner) {
    for (const auto& [bundle, privileges] : bundles) {
      const auto& [grantor, grantee, is_grantable] = bundle;
      if (is_own(grantor) == is_of_owner)
        as(grantor, fmt::format("REVOKE {}{} ON {} FROM {}", what, list(privileges),
                                target(traits_), role(grantee)));
    }
  }

  void give(const Bundles& bundles, bool is_of_owner) {
    for (const auto& [bundle, privileges] : bundles) {
      const auto& [grantor, grantee, is_grantable] = bundle;
      if (is_own(grantor) == is_of_owner)
        as(grantor, fmt::format("GRANT {} ON {} TO {}{}", list(privileges), target(traits_),
                                role(grantee), is_grantable ? " WITH GRANT OPTION" : ""));
    }
  }

  std::string list(std::vector<std::string> privileges) const {
    if (!traits_.column.empty())
      for (std::string& privilege : privileges) privilege += " (" + quoted(traits_.column) + ")";
    return list_of(privileges);
  }

  void as(const std::string& grantor, std::string sql) {
    const bool is_other = !is_own(grantor);
    if (is_other) steps_.push_back({"SET ROLE " + quoted(grantor), {}});
    steps_.push_back({std::move(sql), {}});
    if (is_other) steps_.push_back({"RESET ROLE", {}});
  }

  const Traits& traits_;
  const std::string owner_;
  Steps steps_;
};

Step comment_step(const Traits& traits) {
  return {fmt::format("COMMENT ON {} {} IS {}", traits.noun, traits.name,
                      traits.comment ? literal(*traits.comment) : "NULL"),
          {}};
}

Step owner_step(const Traits& traits) {
  return {fmt::format("ALTER {} {} OWNER TO {}", traits.noun, traits.name, role(*traits.owner)),
          {}};
}

/// What the object begins with, where it ends up with the privileges of `later`: since PostgreSQL
/// 17 owners of tables may MAINTAIN them.
Grants first_grants(const Traits& later) {
  Grants grants = default_grants(later.acl_kind, later.grant_owner);
  const Grant maintain = {later.grant_owner, later.grant_owner, "MAINTAIN", false};
  if (later.grants.contains(maintain)) grants.insert(maintain);
  return grants;
}

/// A later server may know more privileges than are listed here.
Step grant_all(const Traits& traits) {
  return {fmt::format("GRANT ALL ON {} TO {}", target(traits), role(traits.grant_owner)), {}};
}

/// Nothing is known of what the object begins with.
Steps grant_anew(const Traits& traits, std::set<std::string> roles) {
  roles.insert("public");
  Steps steps;
  for (const std::string& grantee : roles)
    steps.push_back({fmt::format("REVOKE ALL ON {} FROM {}", target(traits), role(grantee)), {}});
  Grants left = traits.grants;
  if (traits.has_default_grants) {
    steps.push_back(grant_all(traits));
    std::erase_if(left, [&](const Grant& grant) { return grant.grantee == traits.grant_owner; });
  }
  append(steps, Granting(traits, traits.grant_owner).run({}, left));
  return steps;
}

/// A new owner has the privileges of the former one.
Grants handed_over(const Grants& grants, const std::string& former, const std::string& later) {
  Grants result;
  for (Grant grant : grants) {
    if (grant.grantor == former) grant.grantor = later;
    if (grant.grantee == former) grant.grantee = later;
    result.insert(std::move(grant));
  }
  return result;
}

}  // namespace

void append(Steps& steps, Steps more) {
  std::move(more.begin(), more.end(), std::back_inserter(steps));
}

Grants default_grants(const std::string& acl_kind, const std::string& owner) {
  static const std::map<std::string, std::vector<std::string>> kOfOwner = {
      {"table", {"INSERT", "SELECT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"}},
      {"sequence", {"SELECT", "UPDATE", "USAGE"}},
      {"routine", {"EXECUTE"}},
      {"type", {"USAGE"}},
      {"schema", {"USAGE", "CREATE"}},
      {"server", {"USAGE"}},
      {"column", {}}};
  Grants grants;
  for (const std::string& privilege : kOfOwner.at(acl_kind))
    grants.insert({owner, owner, privilege, false});
  if (acl_kind == "routine") grants.insert({owner, "public", "EXECUTE", false});
  if (acl_kind == "type") grants.insert({owner, "public", "USAGE", false});
  return grants;
}

Steps steps_for_new(const Traits& traits, const std::set<std::string>& unasked) {
  Steps steps;
  if (traits.owner && traits.owner != kWhoeverMakesIt) steps.push_back(owner_step(traits));
  if (!traits.grant_noun.empty()) {
    if (!unasked.empty())
      append(steps, grant_anew(traits, unasked));
    else if (!traits.has_default_grants)
      append(steps, Granting(traits, traits.grant_owner).run(first_grants(traits), traits.grants));
  }
  if (traits.comment) steps.push_back(comment_step(traits));
  return steps;
}

Steps steps_between(const Traits& former, const Traits& later, const std::string& object) {
  Steps steps;
  const bool has_new_owner = former.owner && later.owner && former.owner != later.owner;
  if (has_new_owner) steps.push_back(owner_step(later));
  if (!later.grant_noun.empty()) {
    const Grants grants = former.has_default_grants
                              ? first_grants(later)
                              : handed_over(former.grants, former.grant_owner, later.grant_owner);
    append(steps, Granting(later, later.grant_owner).run(grants, later.grants));
    if (later.has_default_grants && !former.has_default_grants && later.column.empty())
      steps.push_back(grant_all(later));
  }
  if (!steps.empty())
    steps.front().risks.push_back({Hazard::kPermissionChange, object, "who may use it changes"});
  if (former.comment != later.comment) steps.push_back(comment_step(later));
  return steps;
}

}  // namespace ddltrail::postgres_plan
