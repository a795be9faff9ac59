// Schemas, extensions, foreign servers and default privileges.
#include <fmt/format.h>

#include "base/error.h"
#include "plan/postgres/catalog.h"
#include "plan/postgres/families.h"
#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
namespace {

class SchemaObject : public Object {
 public:
  SchemaObject(const Namespace& row, const Rows& rows) {
    key = schema_key(row.schema_name);
    title = "schema " + row.schema_name;
    const std::string owner = row.owner.value_or("");
    traits = {.noun = "SCHEMA",
              .name = quoted(row.schema_name),
              .owner = row.owner,
              .grant_owner = owner,
              .comment = row.comment,
              .grant_noun = "SCHEMA",
              .acl_kind = "schema"};
    rows.grant(traits, "schema", row.schema_name, row.schema_name);
  }
  Steps create(const World&) const override { return {step("CREATE SCHEMA " + traits.name)}; }
  Steps drop(const World&) const override { return {step("DROP SCHEMA " + traits.name)}; }
  bool can_be_made_anew() const override { return false; }
};

class ExtensionObject : public Object {
 public:
  explicit ExtensionObject(const Extension& row) : row_(row) {
    key = {Kind::kExtension, quoted(row.extension_name)};
    title = "extension " + row.extension_name;
    traits = {.noun = "EXTENSION", .name = quoted(row.extension_name), .comment = row.comment};
    needs.insert(schema_key(row.schema_name));
  }
  Steps create(const World&) const override {
    return {step(fmt::format("CREATE EXTENSION {} WITH SCHEMA {} VERSION {}", traits.name,
                             quoted(row_.schema_name), literal(row_.version)))};
  }
  Steps drop(const World&) const override {
    return {step("DROP EXTENSION " + traits.name,
                 {risk(Hazard::kDataLoss, "tables that it brought go with their rows")})};
  }
  Change change(const Object& former, const World&) const override {
    const Extension& before = static_cast<const ExtensionObject&>(former).row_;
    Change change;
    if (before.version != row_.version)
      change.steps.push_back(
          step(fmt::format("ALTER EXTENSION {} UPDATE TO {}", traits.name, literal(row_.version))));
    if (!change.steps.empty()) change.how = Change::How::kAlter;
    return change;
  }
  bool can_be_made_anew() const override { return false; }

 private:
  const Extension& row_;
};

class ServerObject : public Object {
 public:
  ServerObject(const ForeignServer& row, const Rows& rows) : row_(row) {
    key = {Kind::kServer, quoted(row.server_name)};
    title = "server " + row.server_name;
    traits = {.noun = "SERVER",
              .name = quoted(row.server_name),
              .owner = row.owner,
              .grant_owner = row.owner,
              .comment = row.comment,
              .grant_noun = "FOREIGN SERVER",
              .acl_kind = "server"};
    rows.grant(traits, "server", "", row.server_name);
    definition = Json{row.wrapper, write_value(row.server_type), row.option_names}.dump();
  }

  /// Values of options are not told, as they may be secret.
  Steps create(const World& world) const override {
    if (world.is_rehearsal) return {step(text(stand_ins()))};
    if (!row_.option_names.empty())
      throw Error("the options of a foreign server are not known, so that it cannot be made",
                  row_.server_name, "Create the server by hand, with its options, and plan again.");
    return {step(text(""))};
  }
  Steps drop(const World&) const override { return {step("DROP SERVER " + traits.name)}; }
  Change change(const Object& former, const World&) const override {
    const ForeignServer& before = static_cast<const ServerObject&>(former).row_;
    if (definition != former.definition) {
      if (row_.option_names.empty() && before.option_names.empty())
        return {.how = Change::How::kReplace};
      throw Error("what differs of a foreign server cannot be planned", row_.server_name,
                  "Alter the server by hand, with ALTER SERVER, and plan again.");
    }
    if (before.server_version == row_.server_version) return {};
    return {.how = Change::How::kAlter,
            .steps = {step(fmt::format("ALTER SERVER {} VERSION {}", traits.name,
                                       literal(row_.server_version.value_or(""))))}};
  }

 private:
  std::string text(const std::string& options) const {
    std::string sql = "CREATE SERVER " + traits.name;
    if (row_.server_type) sql += " TYPE " + literal(*row_.server_type);
    if (row_.server_version) sql += " VERSION " + literal(*row_.server_version);
    return sql + " FOREIGN DATA WRAPPER " + quoted(row_.wrapper) + options;
  }
  /// Values that postgres_fdw takes for options of these names.
  std::string stand_ins() const {
    static const std::set<std::string> kFlags = {
        "use_remote_estimate", "updatable",       "truncatable",    "async_capable",
        "keep_connections",    "parallel_commit", "parallel_abort", "password_required"};
    std::vector<std::string> options;
    for (const std::string& name : row_.option_names)
      options.push_back(quoted(name) + (kFlags.contains(name) ? " 'true'" : " '1'"));
    return options.empty() ? "" : " OPTIONS (" + list_of(options) + ")";
  }

  const ForeignServer& row_;
};

/// What one role sets for one kind of objects.
class DefaultPrivilegesObject : public Object {
 public:
  explicit DefaultPrivilegesObject(const DefaultPrivilege& row) {
    const std::string in = row.schema_name ? " IN SCHEMA " + quoted(*row.schema_name) : "";
    key = {Kind::kDefaultPrivileges, quoted(row.role) + in + " " + row.object_kind};
    title = "default privileges of " + role(row.role);
    alter_ = "ALTER DEFAULT PRIVILEGES FOR ROLE " + role(row.role) + in + " ";
    noun_ = noun_of(row.object_kind);
    if (row.schema_name)
      needs.insert(schema_key(*row.schema_name));
    else
      usual_ = default_grants(row.object_kind, row.role);
  }
  void add(const DefaultPrivilege& row) {
    if (row.privilege)
      grants_.insert(
          {row.grantor.value_or(""), row.grantee.value_or(""), *row.privilege, row.is_grantable});
  }
  Steps create(const World&) const override { return between(usual_, grants_); }
  Steps drop(const World&) const override { return between(grants_, usual_); }
  Change change(const Object& former, const World&) const override {
    Steps steps = between(static_cast<const DefaultPrivilegesObject&>(former).grants_, grants_);
    return {.how = steps.empty() ? Change::How::kNothing : Change::How::kAlter,
            .steps = std::move(steps),
            .phase = Phase::kEnd};
  }
  Phase phase_of_create(const World&) const override { return Phase::kEnd; }

 private:
  static std::string noun_of(const std::string& kind) {
    if (kind == "table") return "TABLES";
    if (kind == "sequence") return "SEQUENCES";
    if (kind == "routine") return "ROUTINES";
    if (kind == "type") return "TYPES";
    return "SCHEMAS";
  }

  Steps between(const Grants& before, const Grants& after) const {
    Steps steps;
    for (const Grant& grant : before)
      if (!after.contains(grant))
        steps.push_back(step(fmt::format("{}REVOKE {} ON {} FROM {}", alter_, grant.privilege,
                                         noun_, role(grant.grantee))));
    for (const Grant& grant : after)
      if (!before.contains(grant))
        steps.push_back(
            step(fmt::format("{}GRANT {} ON {} TO {}{}", alter_, grant.privilege, noun_,
                             role(grant.grantee), grant.is_grantable ? " WITH GRANT OPTION" : "")));
    if (!steps.empty())
      steps.front().risks.push_back(
          risk(Hazard::kPermissionChange, "new objects get other privileges"));
    return steps;
  }

  std::string alter_;
  std::string noun_;
  Grants usual_;
  Grants grants_;
};

}  // namespace

void add_schemas(Catalog& catalog) {
  const Schema& schema = catalog.rows().schema();
  for (const Namespace& row : schema.schemas) catalog.make<SchemaObject>(row, catalog.rows());
  for (const Extension& row : schema.extensions) catalog.make<ExtensionObject>(row);
  for (const ForeignServer& row : schema.foreign_servers)
    catalog.make<ServerObject>(row, catalog.rows());
  for (const DefaultPrivilege& row : schema.default_privileges)
    catalog.make<DefaultPrivilegesObject>(row).add(row);
}

}  // namespace ddltrail::postgres_plan
