// What every generated entity can do: a row as an object with its rules.
import type { TableMetadata } from "./metadata.js";
import {
  ValidationError,
  validateNew,
  validateRow,
  validateUpdate,
  type Violation,
} from "./validation.js";
import { valuesOf, zip } from "./values.js";

type Values = Record<string, unknown>;

export abstract class BaseEntity<Row extends object, Id> {
  /** The row that the entity stands for. */
  toRow(): Row {
    const own = this as unknown as Values;
    const { columns } = metadataOf(this);
    return Object.fromEntries(
      columns.map((c) => [c.name, own[c.property ?? c.name]]),
    ) as Row;
  }

  /** The value of the key, of several columns an object. */
  primaryKey(): Id {
    const { primaryKey } = metadataOf(this);
    const values = valuesOf(this.toRow(), primaryKey);
    return (
      primaryKey.length === 1 ? values[0] : zip(primaryKey, values)
    ) as Id;
  }

  /** Every rule that the entity violates. */
  validate(): Violation[] {
    return validateRow(metadataOf(this), this.toRow());
  }

  /** Throws a ValidationError that lists every violated rule. */
  assertValid(): void {
    const violations = this.validate();
    if (violations.length > 0)
      throw new ValidationError(metadataOf(this).table, violations);
  }
}

/** Generated classes have it as a static member. */
function metadataOf(entity: object): TableMetadata {
  return (
    Object.getPrototypeOf(entity).constructor as { metadata: TableMetadata }
  ).metadata;
}

/** A class of entities, which have the columns of a row as properties. */
export interface EntityClass<
  Row extends object,
  New extends object,
  Update extends object,
  Id,
  Properties,
> {
  new (): BaseEntity<Row, Id> & Properties;
  readonly metadata: TableMetadata;
  fromRow<Entity>(this: new () => Entity, row: Row): Entity;
  /** Every rule that the values of a new row violate. */
  validateNew(values: New): Violation[];
  /** Every rule that the changes of a row violate. */
  validateUpdate(changes: Update): Violation[];
}

/** `Properties`: the columns, under other names where an entity has such a member. */
export function entityOf<
  Row extends object,
  New extends object,
  Update extends object,
  Id,
  Properties = Row,
>(metadata: TableMetadata): EntityClass<Row, New, Update, Id, Properties> {
  class Entity extends BaseEntity<Row, Id> {
    static readonly metadata = metadata;
    static validateNew = (values: New) => validateNew(metadata, values);
    static validateUpdate = (changes: Update) =>
      validateUpdate(metadata, changes);
    static fromRow<Own extends object>(this: new () => Own, row: Row): Own {
      return fill(new this(), row, metadata);
    }
  }
  return Entity as unknown as EntityClass<Row, New, Update, Id, Properties>;
}

/** Copies the columns of a row into a new entity. */
function fill<Entity extends object>(
  entity: Entity,
  row: object,
  table: TableMetadata,
): Entity {
  for (const { name, property = name } of table.columns) {
    (entity as Values)[property] = (row as Values)[name];
  }
  return entity;
}
