// The entity manifest: what generated code knows of the schema, as a document
// that `ddltrail diff` and `ddltrail snapshot` read like a database.
import type { TableMetadata } from "./metadata.js";

/** JSON. */
export function manifestOf(entities: readonly TableMetadata[]): string {
  return `${JSON.stringify({ manifest: 2, entities }, null, 2)}\n`;
}
