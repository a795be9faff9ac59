#include "statement.h"

#include "settings.h"

namespace ddltrail {

namespace {

UtilityCall* innermost_call = nullptr;

struct Token {
  int code;
  core_YYSTYPE value;
  const char* start;  // in the text as it was given
  int length;         // of tokens that are a single match of the scanner
};

char* slice(const PlannedStmt* statement, const char* query) {
  int location = statement->stmt_location;
  int length = statement->stmt_len;
  const char* text = CleanQuerytext(query, &location, &length);
  return pnstrdup(text, length);
}

// The server may have copied the tree, so trees are matched by their kind.
bool is_like(const PlannedStmt* statement, Node* parse_tree) {
  return statement->utilityStmt != nullptr &&
         nodeTag(statement->utilityStmt) == nodeTag(parse_tree);
}

// The library is loaded by the first command of a session, whose call of ProcessUtility we did not
// see.
char* slice_of_portal(Node* parse_tree) {
  Portal portal = ActivePortal;
  if (portal == nullptr || portal->sourceText == nullptr || list_length(portal->stmts) != 1)
    return nullptr;
  auto* statement = linitial_node(PlannedStmt, portal->stmts);
  return is_like(statement, parse_tree) ? slice(statement, portal->sourceText) : nullptr;
}

char* find_slice(Node* parse_tree) {
  if (innermost_call == nullptr) return slice_of_portal(parse_tree);
  if (!is_like(innermost_call->statement, parse_tree)) return nullptr;
  return slice(innermost_call->statement, innermost_call->query);
}

bool follows_a_gap(const char* text, const char* start) {
  if (start == text) return false;
  if (scanner_isspace(start[-1])) return true;
  return start - text >= 2 && start[-2] == '*' && start[-1] == '/';
}

void append_quoted(StringInfo out, const char* prefix, const char* name) {
  appendStringInfo(out, "%s\"", prefix);
  for (const char* c = name; *c != '\0'; c++) {
    if (*c == '"') appendStringInfoChar(out, '"');
    appendStringInfoChar(out, *c);
  }
  appendStringInfoChar(out, '"');
}

void append_token(StringInfo out, const Token& token) {
  switch (token.code) {
    case pg::kSconst:
    case pg::kUsconst:
    case pg::kBconst:
    case pg::kXconst:
    case pg::kIconst:
    case pg::kFconst:
      appendStringInfoChar(out, '?');
      break;
    case pg::kUident:
      append_quoted(out, "U&", token.value.str);
      break;
    case pg::kIdent:
      // Other than the rest, a quoted identifier is several matches: the scanner does not say its
      // end.
      if (*token.start == '"') {
        append_quoted(out, "", token.value.str);
        break;
      }
      [[fallthrough]];
    default:
      appendBinaryStringInfo(out, token.start, token.length);
  }
}

char* scan(const char* statement) {
  core_yy_extra_type extra;
  core_yyscan_t scanner = scanner_init(statement, &extra, &ScanKeywords, ScanKeywordTokens);
  extra.escape_string_warning = false;
  StringInfoData out;
  initStringInfo(&out);
  Token token;
  YYLTYPE location;
  while ((token.code = core_yylex(&token.value, &location, scanner)) != 0) {
    token.start = statement + location;
    // The scanner keeps a NUL after its last match.
    token.length = strlen(extra.scanbuf + location);
    if (out.len > 0 && follows_a_gap(statement, token.start)) appendStringInfoChar(&out, ' ');
    append_token(&out, token);
  }
  scanner_finish(scanner);
  return out.data;
}

bool is_in_name(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         IS_HIGHBIT_SET(c);
}

// Whether the scanner would hand everything back as it stands: nothing that can begin a literal, a
// comment or a quoted name, and no gaps but single spaces. Most statements are so, and much is
// cheaper than the scanner.
bool is_plain(const char* statement) {
  if (!is_in_name(*statement)) return false;
  if (statement[strcspn(statement, "'\"$-/\t\n\r\f\v")] != '\0') return false;
  bool in_name = false;
  for (const char* c = statement; *c != '\0'; c++) {
    bool begins_literal = !in_name && *c >= '0' && *c <= '9';
    bool is_gap = *c == ' ' && (c[1] == ' ' || c[1] == '\0');
    if (begins_literal || is_gap) return false;
    in_name = is_in_name(*c);
  }
  return true;
}

}  // namespace

void enter_utility_call(UtilityCall* call) {
  call->outer = innermost_call;
  innermost_call = call;
}

void leave_utility_call(UtilityCall* outer) { innermost_call = outer; }

UtilityCall* current_utility_call() { return innermost_call; }

char* redacted(const char* statement) {
  if (is_plain(statement)) return pstrdup(statement);
  // The server has said already what the scanner has to say of long names.
  int client_level = client_min_messages;
  int log_level = log_min_messages;
  char* volatile text = nullptr;
  client_min_messages = log_min_messages = ERROR;
  PG_TRY();
  { text = scan(statement); }
  PG_FINALLY();
  {
    client_min_messages = client_level;
    log_min_messages = log_level;
  }
  PG_END_TRY();
  return text;
}

char* statement_text(Node* parse_tree) {
  if (settings.statement_text == kStatementNone) return nullptr;
  char* text = find_slice(parse_tree);
  if (text == nullptr || settings.statement_text == kStatementFull) return text;
  return redacted(text);
}

}  // namespace ddltrail
