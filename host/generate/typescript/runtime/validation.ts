// Checks values against what the schema says, before the database does. A rule
// that the runtime does not know is left to the database.
import type {
  Check,
  ColumnMetadata,
  Literal,
  TableMetadata,
} from "./metadata.js";
import type { Values } from "./values.js";

export type Rule =
  | "required"
  | "not null"
  | "length"
  | "precision"
  | "scale"
  | "range"
  | "enum"
  | "check";

export interface Violation {
  readonly column: string;
  readonly rule: Rule;
  /** "must be >= 0", after the name of the column. */
  readonly message: string;
}

/** Tells all violated rules at once. */
export class ValidationError extends Error {
  override readonly name = "ValidationError";
  readonly violations: readonly Violation[];

  constructor(table: string, violations: readonly Violation[]) {
    const list = violations.map(
      ({ column, message }) => `${column} ${message}`,
    );
    super(`${table}: ${list.join("; ")}`);
    this.violations = violations;
  }
}

/** A whole row. */
export function validateRow(table: TableMetadata, row: object): Violation[] {
  return validate(table, row as Values, () => true);
}

/** The values of an INSERT: columns with a default may be missing. */
export function validateNew(table: TableMetadata, values: object): Violation[] {
  const mustBeThere = (c: ColumnMetadata) => !c.hasDefault && !c.generated;
  return validate(table, values as Values, mustBeThere);
}

/** The values of an UPDATE: any column may be missing. */
export function validateUpdate(
  table: TableMetadata,
  values: object,
): Violation[] {
  return validate(table, values as Values, () => false);
}

function validate(
  table: TableMetadata,
  values: Values,
  mustBeThere: (column: ColumnMetadata) => boolean,
): Violation[] {
  const found = table.columns.flatMap((each) => {
    const value = values[each.name];
    if (value === undefined) return mustBeThere(each) ? missing(each) : [];
    return value === null ? nulls(each) : wrongValue(each, value);
  });
  return [
    ...found,
    ...table.checks.flatMap((check) => failed(check, values, table.engine)),
  ];
}

function violation(column: string, rule: Rule, message: string): Violation[] {
  return [{ column, rule, message }];
}

function missing({ name, nullable }: ColumnMetadata): Violation[] {
  return nullable ? [] : violation(name, "required", "is required");
}

function nulls({ name, nullable }: ColumnMetadata): Violation[] {
  return nullable ? [] : violation(name, "not null", "must not be null");
}

function wrongValue(column: ColumnMetadata, value: unknown): Violation[] {
  return [
    ...tooLong(column, value),
    ...wrongNumber(column, value),
    ...outOfRange(column, value),
    ...notListed(column, value),
  ];
}

function tooLong(
  { name, maxLength }: ColumnMetadata,
  value: unknown,
): Violation[] {
  if (maxLength === undefined || typeof value !== "string") return [];
  if (lengthOf(value.replace(/ +$/, "")) <= maxLength) return []; // spaces at the end are cut off
  return violation(name, "length", `must have at most ${maxLength} characters`);
}

/** Characters as the databases count them, not UTF-16 units. */
function lengthOf(text: string): number {
  return [...text].length;
}

function wrongNumber(
  { name, precision, scale = 0 }: ColumnMetadata,
  value: unknown,
): Violation[] {
  const digits = precision === undefined ? undefined : digitsOf(value);
  if (precision === undefined || !digits) return [];
  const most = precision - scale;
  return [
    ...(digits.whole > most
      ? violation(
          name,
          "precision",
          `must have at most ${most} digits before the decimal point`,
        )
      : []),
    ...(digits.fraction > scale
      ? violation(
          name,
          "scale",
          `must have at most ${scale} digits after the decimal point`,
        )
      : []),
  ];
}

/** Undefined for what is no decimal number, which the database judges. */
function digitsOf(
  value: unknown,
): { whole: number; fraction: number } | undefined {
  const text = String(value).trim();
  if (/^[+-]?inf(inity)?$/i.test(text)) return { whole: Infinity, fraction: 0 };
  const parts = /^[+-]?(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text);
  if (!parts) return undefined;
  const [, whole = "", fraction = "", exponent = "0"] = parts;
  const digits = (whole + fraction).replace(/0+$/, "");
  const first = digits.search(/[1-9]/);
  if (first < 0) return { whole: 0, fraction: 0 };
  const point = whole.length + Number(exponent);
  return {
    whole: Math.max(0, point - first),
    fraction: Math.max(0, digits.length - point),
  };
}

function outOfRange(
  { name, bits }: ColumnMetadata,
  value: unknown,
): Violation[] {
  if (
    !bits ||
    (isWhole(value) && BigInt(value) === BigInt.asIntN(bits, BigInt(value)))
  )
    return [];
  return violation(name, "range", `must be a whole number of ${bits} bits`);
}

function isWhole(value: unknown): value is string | number | bigint {
  if (typeof value === "string") return /^\s*[+-]?\d+\s*$/.test(value);
  return typeof value === "bigint" || Number.isInteger(value);
}

function notListed(
  { name, values }: ColumnMetadata,
  value: unknown,
): Violation[] {
  if (!values || values.includes(value as string)) return [];
  return violation(name, "enum", `must be one of ${values.join(", ")}`);
}

function failed(
  check: Check,
  values: Values,
  engine: TableMetadata["engine"],
): Violation[] {
  const value = values[check.column];
  if (value === undefined || value === null || holds(check, value, engine))
    return [];
  const { column, of, op } = check;
  const list = [check.value].flat().join(", ");
  return violation(
    column,
    "check",
    `must ${of ? `have a ${of} ` : "be "}${op} ${list}`,
  );
}

function holds(
  check: Check,
  value: unknown,
  engine: TableMetadata["engine"],
): boolean {
  const left = check.of === "length" ? lengthOf(String(value)) : value;
  if (Array.isArray(check.value))
    return check.value.some((each) => compare(left, each, engine) === 0);
  const right = check.value as Literal;
  if (check.op === "like") return isLike(String(left), String(right), engine);
  const order = compare(left, right, engine);
  if (order === undefined) return true;
  return (check.op.includes("=") && order === 0) || isOrdered(check.op, order);
}

function isOrdered(op: Check["op"], order: number): boolean {
  return (op.includes("<") && order < 0) || (op.includes(">") && order > 0);
}

/** Undefined where only the database knows. */
function compare(
  left: unknown,
  right: Literal,
  engine: TableMetadata["engine"],
): number | undefined {
  if (typeof right === "string") return left === right ? 0 : 1;
  if (isWhole(left) && Number.isInteger(right))
    return sign(BigInt(left), BigInt(right));
  const number = numberOf(left, engine);
  if (Number.isNaN(number)) return engine === "postgres" ? 1 : undefined; // SQLite takes it for NULL
  return number === undefined ? undefined : sign(number, right);
}

/** Undefined where it is none, or none that JavaScript has. */
function numberOf(
  value: unknown,
  engine: TableMetadata["engine"],
): number | undefined {
  if (typeof value !== "string")
    return typeof value === "boolean" ? undefined : Number(value);
  const text = value.trim().toLowerCase();
  const special = /^[+-]?(inf(inity)?|nan)$/.test(text);
  if (special && engine === "postgres")
    return Number(text.replace(/inf.*/, "Infinity").replace("nan", "NaN"));
  const isExact = /\d/.test(text) && text.replace(/\D/g, "").length <= 15;
  const number = isExact ? Number(text) : NaN;
  return Number.isNaN(number) ? undefined : number;
}

function sign<T extends number | bigint>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** SQLite's LIKE takes A for a, but no Ä for ä; only PostgreSQL's has an escape without being told. */
function isLike(
  text: string,
  pattern: string,
  engine: TableMetadata["engine"],
): boolean {
  const isSqlite = engine === "sqlite";
  const fold = isSqlite ? lowerCaseAscii : String;
  const parts = fold(pattern).match(isSqlite ? /[^]/gu : /\\?[^]/gu) ?? [];
  const source = parts.map(
    (part) =>
      wildcards.get(part) ?? quoted(isSqlite ? part : [...part].at(-1)!),
  );
  return new RegExp(`^${source.join("")}$`, "u").test(fold(text));
}

function lowerCaseAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

const wildcards = new Map([
  ["%", "[^]*"],
  ["_", "[^]"],
]);

function quoted(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&");
}
