#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file_system.h"
#include "generate/custom/template.h"
#include "temporary_folder.h"

namespace ddltrail::custom {
namespace {

using ::testing::HasSubstr;

class Templates : public ::testing::Test {
 protected:
  std::string render(const std::string& text, const Json& model) {
    disk()->replace(file_, text);
    return Template(file_).render(model);
  }
  std::string error_of(const std::string& text) {
    try {
      render(text, Json::object());
    } catch (const Error& error) {
      return error.line();
    }
    return "none";
  }
  TemporaryFolder folder_;
  const std::string file_ = folder_.file("t.mustache");
};

TEST_F(Templates, ShowTheModel) {
  const Json model{{"name", "users"},
                   {"none", nullptr},
                   {"is", true},
                   {"columns", Json::array({{{"name", "id"}}, {{"name", "a"}}})}};
  EXPECT_EQ(
      render("{{name}}{{#is}}!{{/is}}{{none}}{{#columns}} {{name}}{{^last}},{{/last}}{{/columns}}",
             model),
      "users! id, a");
}

TEST_F(Templates, LetNothingOutOfQuotesAndComments) {
  const Json model{{"name", "*/ \" ' ` ${x} \\ \n \xE2\x80\xA8 <&>"}};
  EXPECT_EQ(render("{{name}}", model), "*\\/ \\\" \\' \\` \\${x} \\\\ \\u000a \\u2028 <&>");
  EXPECT_EQ(render("{{{name}}}", model), model["name"]);
}

TEST_F(Templates, TellTheFileAndTheLineOfAFault) {
  for (const char* text : {"a\nb {{#columns}}\nc\n", "a\nb {{/columns}}\nc\n", "a\nb {{name\nc\n"})
    EXPECT_THAT(error_of(text), HasSubstr("t.mustache:2")) << text;
}

TEST_F(Templates, ThatAreMissingAreNamed) { EXPECT_THROW(Template(folder_.file("other")), Error); }

}  // namespace
}  // namespace ddltrail::custom
