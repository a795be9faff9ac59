/* Every connection that a program opens records its schema changes.
 *
 *   cc every_connection.c -lsqlite3 -o every_connection
 *   ./every_connection /usr/local/lib/ddltrail/ddltrail.so shop.db
 */
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdio.h>

/* Once, before the first connection that is to be covered. */
static int cover_every_connection(const char* path) {
  void* library = dlopen(path, RTLD_NOW);
  void* init = library == NULL ? NULL : dlsym(library, "sqlite3_ddltrail_init");
  if (init == NULL) {
    fprintf(stderr, "%s\n", dlerror());
    return SQLITE_ERROR;
  }
  return sqlite3_auto_extension((void (*)(void))init);
}

static int run(const char* database, const char* sql) {
  sqlite3* db = NULL;
  int rc = sqlite3_open(database, &db);
  if (rc == SQLITE_OK) rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
  if (rc != SQLITE_OK) fprintf(stderr, "%s\n", sqlite3_errmsg(db));
  sqlite3_close(db);
  return rc;
}

int main(int count, char** arguments) {
  if (count != 3 || cover_every_connection(arguments[1]) != SQLITE_OK) return 1;
  if (run(arguments[2], "SELECT ddltrail_install()") != SQLITE_OK) return 1;
  return run(arguments[2], "CREATE TABLE customers (id INTEGER PRIMARY KEY)") != SQLITE_OK;
}
