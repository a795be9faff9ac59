#include "plan/postgres/texts.h"

#include "contract_mirrors.h"
#include "plan/postgres/mentions.h"
#include "plan/postgres/names.h"

namespace ddltrail::postgres_plan {
namespace {

/// Calls visit(text) for each of a row; those for people are left out.
template <class Value, class Visit>
void visit_value(Value& value, const Visit& visit) {
  using Bare = std::remove_const_t<Value>;
  if constexpr (std::is_same_v<Bare, std::string>) {
    visit(value);
  } else if constexpr (std::is_same_v<Bare, std::optional<std::string>>) {
    if (value) visit(*value);
  } else if constexpr (std::is_same_v<Bare, std::optional<Json>>) {
    if (value) visit_value(*value, visit);
  } else if constexpr (std::is_same_v<Bare, Json>) {
    if (value.is_string()) {
      if constexpr (std::is_const_v<Value>)
        visit(value.template get_ref<const std::string&>());
      else
        visit(value.template get_ref<std::string&>());
    }
    if (value.is_structured())
      for (auto& item : value) visit_value(item, visit);
  }
}

template <class SchemaType, class Visit>
void for_each_text(SchemaType& schema, const Visit& visit) {
  for_each_relation(schema, [&](auto& rows) {
    for (auto& row : rows)
      std::apply(
          [&](const auto&... field) {
            ((field.name == "comment" ? void() : visit_value(row.*(field.member), visit)), ...);
          },
          Mirror<std::remove_cvref_t<decltype(row)>>::kFields);
  });
}

}  // namespace

void rename_in_texts(Schema& schema, const std::pair<std::string, std::string>& former,
                     const std::pair<std::string, std::string>& later) {
  const std::string written = quoted(former.second);
  for_each_text(schema, [&](std::string& text) {
    if (text.find(written) != std::string::npos && text.find('.') != std::string::npos)
      text = with_name(text, former, later);
  });
}

std::set<std::pair<std::string, std::string>> names_in_texts(const Schema& schema) {
  Mentions mentions;
  for_each_text(schema, [&](const std::string& text) { mentions.add(text); });
  return mentions.names;
}

}  // namespace ddltrail::postgres_plan
