// The entity manifest: what generated code knows of the schema, as a document
// that `ddltrail diff` and `ddltrail snapshot` read like a database.
import type { TableMetadata } from "./metadata.js";

/** JSON; of all tables, since foreign keys lead from one to another. */
export function manifestOf(entities: readonly TableMetadata[]): string {
  return `${JSON.stringify({ manifest: 1, entities }, null, 2)}\n`;
}
