#include "plan/postgres/texts.h"

#include "plan/postgres/mentions.h"
#include "plan/postgres/names.h"
#include "plan/postgres/row_texts.h"

namespace ddltrail::postgres_plan {
namespace {

template <class SchemaType, class Visit>
void for_each_text_in(SchemaType& schema, const Visit& visit) {
  for_each_relation(schema, [&](auto& rows) {
    for (auto& row : rows) for_each_text(row, visit);
  });
}

}  // namespace

void rename_in_texts(Schema& schema, const std::pair<std::string, std::string>& former,
                     const std::pair<std::string, std::string>& later) {
  const std::string written = quoted(former.second);
  for_each_text_in(schema, [&](std::string& text) {
    if (text.find(written) != std::string::npos && text.find('.') != std::string::npos)
      text = with_name(text, former, later);
  });
}

std::set<std::pair<std::string, std::string>> names_in_texts(const Schema& schema) {
  Mentions mentions;
  for_each_text_in(schema, [&](const std::string& text) { mentions.add(text); });
  return mentions.names;
}

}  // namespace ddltrail::postgres_plan
