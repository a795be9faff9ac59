// Columns as nodes: Kysely would take a dot or a space in a string for syntax.
import {
  ColumnNode,
  ExpressionWrapper,
  ReferenceNode,
  TableNode,
} from "kysely";

export function column(
  name: string,
  table?: string,
): ExpressionWrapper<any, any, any> {
  const node = table === undefined ? undefined : TableNode.create(table);
  return new ExpressionWrapper(
    ReferenceNode.create(ColumnNode.create(name), node),
  );
}

/** The names in one string that no other names give. */
export function shapeOf(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : names.join("\0");
}
