// Every reader of text reads any text, or refuses it with an Error: nothing else comes out, and
// what was read is read again where it is written. DDLTRAIL_SEED repeats a run, DDLTRAIL_ROUNDS
// sets its length.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/config.h"
#include "cli/moment.h"
#include "emit/manifest.h"
#include "fake_source.h"
#include "generate/check_rule.h"
#include "generate/selection.h"
#include "generate/typescript/entity_manifest.h"
#include "generate/typescript/overrides.h"
#include "generate/typescript/printed_type.h"
#include "generate/typescript/signature.h"
#include "migrate/script.h"
#include "model/snapshot.h"
#include "source/sqlite/bookmark.h"
#include "source/url.h"
#include "support/from_environment.h"
#include "support/text_mutator.h"

namespace ddltrail {
namespace {

struct Counts {
  unsigned read = 0;
  unsigned refused = 0;
};

/// `read` throws Error for what it refuses.
Counts read_changed(std::vector<std::string> texts,
                    const std::function<void(const std::string&)>& read) {
  const auto seed = from_environment("DDLTRAIL_SEED", 1000);
  TextMutator mutator(seed, texts);
  Counts counts;
  const auto count = [&](const std::string& text) {
    SCOPED_TRACE("DDLTRAIL_SEED=" + std::to_string(seed) + ": " + text);
    try {
      read(text);
      ++counts.read;
    } catch (const Error&) {
      ++counts.refused;
    } catch (const std::exception& other) {
      ADD_FAILURE() << other.what();
    }
  };
  for (const std::string& text : texts) count(text);
  EXPECT_EQ(counts.refused, 0u);
  for (auto round = from_environment("DDLTRAIL_ROUNDS", 1000); round > 0; --round)
    count(mutator.next());
  return counts;
}

void expect_both(const Counts& counts) {
  EXPECT_GT(counts.read, 0u);
  EXPECT_GT(counts.refused, 0u);
}

TEST(ParserMutation, Snapshot) {
  expect_both(read_changed(
      {R"({"contract":1,"engine":"postgresql","relations":{"tables":[{"schema_name":"s","table_name":"t","kind":"table","is_partition":false,"is_strict":false,"is_insertable":true}],"columns":[{"schema_name":"s","table_name":"t","column_name":"a","position":1,"data_type":"text","type_kind":"base","type_name":"text","base_kind":"base","base_name":"text","array_dimensions":0,"is_nullable":true,"has_default":false,"is_insertable":true}]}})",
       R"({"contract":1,"engine":"sqlite","relations":{"schemas":[{"schema_name":"main"}],"indexes":[{"schema_name":"main","table_name":"t","index_name":"i","method":"btree","columns":["a",null],"keys":[],"included":[],"is_unique":true,"is_constraint":false,"is_partial":false,"is_valid":true,"nulls_distinct":true,"definition":"x"}]}})"},
      [](const std::string& text) {
        const Schema schema = read_snapshot(text, "x.json");
        EXPECT_EQ(read_snapshot(write_snapshot(schema), "x.json"), schema);
      }));
}

void read_changed_migrations(Engine engine, const std::vector<std::string>& texts) {
  const auto& dialect = migrate::dialect_of(engine);
  expect_both(read_changed(texts, [&](const std::string& text) {
    const auto script = migrate::read_script(text, {"x.sql"}, dialect);
    const auto again = migrate::read_script(write_script(script), {"x.sql"}, dialect);
    EXPECT_EQ(again.checksum(), script.checksum());
    EXPECT_EQ(again.lost, script.lost);
  }));
}

TEST(ParserMutation, MigrationOfPostgres) {
  read_changed_migrations(
      Engine::kPostgres,
      {"-- ddltrail: no-transaction\nSELECT 'a;''', \"b;\", E'\\';' /* c; /* */ */ -- "
       "d\n;\nCOMMIT;",
       "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END;",
       "DO $x$BEGIN; $$ ;END$x$;\n-- ddltrail: transaction\nCREATE RULE r AS ON INSERT TO t DO "
       "(SELECT 1; SELECT 2);\n/* a */ -- cannot be undone: table t"});
}

TEST(ParserMutation, MigrationOfSqlite) {
  read_changed_migrations(
      Engine::kSqlite,
      {"-- ddltrail: foreign-keys-off\nSELECT 'a;''', \"b;\" /* c; */ -- d\n;\nSELECT 1",
       "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; SELECT [a;b], `c;`; END; SELECT 2",
       "-- ddltrail: no-transaction\nVACUUM;\n/* cannot be undone: table t */"});
}

TEST(ParserMutation, EntityManifest) {
  expect_both(read_changed(
      {R"({"manifest":2,"entities":[{"engine":"postgresql","schema":"public","table":"users","kind":"table",)"
       R"("columns":[{"name":"id","type":"integer"},{"name":"mood","type":"public.mood","nullable":true,"default":"'ok'","values":["ok"]}],)"
       R"("uniqueKeys":[["mood"]],"constraints":[{"kind":"primary key","name":"users_pkey","columns":["id"]},)"
       R"({"kind":"foreign key","name":"k","columns":["id"],"referencedSchema":"public","referencedTable":"users","referencedColumns":["id"],"onDelete":"cascade"}]}]})"},
      [](const std::string& text) {
        typescript::is_entity_manifest(text);
        typescript::read_entity_manifest(text, "x.json");
      }));
}

TEST(ParserMutation, Manifest) {
  read_changed({write_manifest({"database.ts", "public/tables/users.ts"}), write_manifest({})},
               [](const std::string& text) {
                 const auto paths = read_manifest(text);
                 EXPECT_EQ(read_manifest(write_manifest(paths)), paths);
               });
}

TEST(ParserMutation, Bookmark) {
  SqliteBookmark mark;
  mark.log_id = "29d55dbe-f54f-440f-a755-3a294641a51c";
  mark.schema_version = 7;
  mark.last_id = 9;
  mark.last_row = "abc";
  read_changed({mark.text()}, [](const std::string& text) {
    const auto read = SqliteBookmark::parse(text);
    if (read) {
      EXPECT_EQ(SqliteBookmark::parse(read->text())->text(), read->text());
    }
  });
}

TEST(ParserMutation, Url) {
  expect_both(read_changed({"postgresql://user:secret@host:5432/shop?sslmode=require",
                            "sqlite:shop.db", "postgres://%2Ftmp%2Fsocket/db?password=secret"},
                           [](const std::string& text) {
                             const Url url = Url::parse(text);
                             url.shown();
                             url.has_password();
                           }));
}

TEST(ParserMutation, Moment) {
  expect_both(read_changed({"2026-11-01", "2026-11-01T12:30:00.123456Z", "2024-02-29 23:59"},
                           [](const std::string& text) {
                             const std::string read = moment(text);
                             EXPECT_EQ(moment(read), read);
                           }));
}

/// Refuses with the name of the file and a line of the text, or one behind it.
void read_configuration(const std::string& text) try {
  Config::parse(text);
} catch (const Error& error) {
  const std::string what = error.what();
  const auto place = what.rfind("(line ");
  EXPECT_EQ(error.object(), kConfigName);
  EXPECT_NE(place, std::string::npos) << what;
  const auto line = std::atoi(what.c_str() + place + 6);
  EXPECT_GE(line, 1) << what;
  EXPECT_LE(line, std::count(text.begin(), text.end(), '\n') + 2) << what;
  throw;
}

TEST(ParserMutation, Configuration) {
  expect_both(read_changed(
      {"[database]\nurl = \"sqlite:shop.db\" # or another\n\n[generate]\ninclude = [\"main.*\"]\n"
       "exclude = ['main.audit_*',\n  \"*.schema_migrations\"]\n",
       "[typescript]\noutput = 'src/db'\nparsers = true\nbrands = false\nheader = \"\"\"\n"
       "eslint\\u00e9\"\"\"\nparts = [\"types\"]\n",
       "database.url = \"env:NAME\"\ntypescript = {repositories = true}\n",
       "[typescript.types]\n\"public.mood\" = \"Mood\"\n[typescript.imports]\nMood = './mood'\n"},
      read_configuration));
  for (const std::string text :
       {"x = 1979-05-27T07:32:00.5Z", "[[typescript]]", "a.b = {c = [1, 0x1F, 1e3]}", "[[[[a",
        "a = [1,} 2]", "a = 1979-05-27trueT00:00"})
    EXPECT_THROW(read_configuration(text), Error) << text;
}

TEST(ParserMutation, Pattern) {
  const Object orders = table("orders_2026", {});
  expect_both(read_changed({"public.*", "*.order?_2026", "main.audit_**x*", "é.*"},
                           [&](const std::string& text) {
                             Selection({text}, {}).holds(orders);
                             Selection({}, {text}).holds(orders);
                           }));
}

TEST(ParserMutation, CommentTag) {
  read_changed(
      {"Settings of a user. @type {Settings | null} more", "@type {\"a\" | 'b'}", "@deprecated no"},
      [](const std::string& text) { typescript::annotated_type(text); });
}

TEST(ParserMutation, PrintedType) {
  read_changed({"integer[]", "public.mood", "character varying(10)[]", "\"we \"\"ird\".\"ty.pe\"",
                "timestamp(3) without time zone", "interval day to second(3)"},
               [](const std::string& text) {
                 typescript::read_type(text);
                 typescript::is_type_of_words(text);
                 std::string_view rest = text;
                 typescript::take_identifier(rest);
               });
}

TEST(ParserMutation, Signature) {
  read_changed(
      {"a integer DEFAULT 1, VARIADIC b text[] DEFAULT '{}'::text[], OUT c public.mood",
       "\"we ird\" double precision DEFAULT f('x, y', ARRAY[1, 2]), INOUT character varying",
       "TABLE(a integer, b public.pair)", "SETOF record", "double precision ORDER BY anyelement"},
      [](const std::string& text) {
        typescript::read_signature(text, "integer");
        typescript::read_signature("", text);
      });
}

TEST(ParserMutation, CheckRules) {
  read_changed({"CHECK (((rating >= 1) AND (rating <= 5)))",
                "CHECK ((status = ANY (ARRAY['a'::text, 'it''s'::text])))",
                "CHECK (((length((name)::text) > 0) AND (name ~~ '%x%'::text)))",
                "CHECK (a IN (1, 2.5e3, -7) AND \"b\"\"c\" <> 'x')"},
               [](const std::string& text) { rules_of(text); });
}

TEST(ParserMutation, Utf8) {
  read_changed({"Straße 表 🙂", "\xC3\xA9\xE8\xA1\xA8\xF0\x9F\x98\x80"},
               [](const std::string& text) {
                 EXPECT_EQ(well_formed(well_formed(text)), well_formed(text));
               });
}

TEST(ParserMutation, Sentence) {
  read_changed(
      {R"([{"op":"rename_column","from":"a","to":"b"},{"op":"add_column","column":"c","type":"text"}])",
       R"([{"op":"alter_property","property":"p","from":null,"to":["x"],"column":"y"},{"op":"other","command":"X"}])"},
      [](const std::string& text) {
        const Json details = Json::parse(text, nullptr, false);
        if (details.is_array() &&
            std::all_of(details.begin(), details.end(), std::mem_fn(&Json::is_object)))
          sentence(details);
      });
}

TEST(ParserMutation, Definition) {
  const std::string table =
      R"({"tables":[{"schema_name":"s","table_name":"t","kind":"table","is_partition":false,"is_strict":false,"is_insertable":true}],"columns":[{"schema_name":"s","table_name":"t","column_name":"a","position":1,"data_type":"text","type_kind":"base","type_name":"text","base_kind":"base","base_name":"text","array_dimensions":0,"is_nullable":true,"has_default":false,"is_insertable":true}],"constraints":[],"foreign_keys":[]})";
  expect_both(read_changed({table}, [](const std::string& text) {
    const Json definition = Json::parse(text, nullptr, false);
    if (definition.is_discarded()) throw Error("no JSON", "", "");
    write_definition(read_definition(Family::kTable, definition));
  }));
}

}  // namespace
}  // namespace ddltrail
