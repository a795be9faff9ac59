// What node-postgres leaves as text comes as the generated types say: arrays of
// enums, domains and other types as lists, composite values and ranges as objects.
import type { Composite, Multirange, Range } from "./scalars.js";

/** A value of PostgreSQL's text format, made into one of JavaScript. */
export type Parse = (text: string) => unknown;

/** What is needed of a client of node-postgres. */
export interface ParsingClient {
  query(text: string): Promise<{ rows: unknown[] }>;
  getTypeParser(oid: number, format?: "text"): Parse;
  setTypeParser(oid: number, parse: Parse): void;
  release(): void;
}

/** What is needed of a pool of node-postgres. */
export interface ParsingPool {
  connect(): Promise<ParsingClient>;
  on(event: "acquire", listener: (client: ParsingClient) => void): unknown;
}

interface Attribute {
  name: string;
  type: number;
}

/** A row of the query below. OIDs are numbers. */
interface TypeRow {
  oid: number;
  /** 0: not an array. */
  element: number;
  delimiter: string;
  /** 0: not a domain. */
  base: number;
  /** Of the bounds of a range or a multirange; 0: it is none. */
  subtype: number;
  is_multirange: boolean;
  attributes: Attribute[] | null;
}

// The composite and range types of extensions and the row types of tables stay text.
const TYPES = `
  SELECT t.oid, COALESCE(e.oid, 0) AS element, t.typbasetype AS base,
         COALESCE(e.typdelim, ',')::pg_catalog.text AS delimiter,
         COALESCE(r.rngsubtype, 0) AS subtype,
         t.typtype = 'm' AS is_multirange,
         (SELECT pg_catalog.json_agg(pg_catalog.json_build_object(
                   'name', a.attname, 'type', a.atttypid::pg_catalog.int8)
                 ORDER BY a.attnum)
            FROM pg_catalog.pg_attribute a
           WHERE a.attrelid = t.typrelid AND a.attnum > 0
             AND NOT a.attisdropped) AS attributes
    FROM pg_catalog.pg_type t
    LEFT JOIN pg_catalog.pg_type e
      ON e.oid = t.typelem AND e.typarray = t.oid
    LEFT JOIN pg_catalog.pg_range r
      ON t.oid IN (r.rngtypid, r.rngmultitypid)
    LEFT JOIN pg_catalog.pg_class c ON c.oid = COALESCE(e.typrelid, t.typrelid)
   WHERE (e.oid IS NOT NULL OR r.rngtypid IS NOT NULL
          OR t.typtype IN ('d', 'c'))
     AND (c.oid IS NULL OR c.relkind = 'c')
     AND NOT EXISTS (
           SELECT FROM pg_catalog.pg_depend d
            WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
              AND d.deptype = 'e'
              AND d.objid = CASE WHEN c.oid IS NULL THEN r.rngtypid
                                 ELSE COALESCE(e.oid, t.oid) END)`;

/**
 * Arrays that node-postgres parses and that are parsed anew: numeric[], whose
 * elements it rounds, and numrange[], whose elements it leaves as text.
 */
const PARSED_ANEW = [1231, 3907];

type Parsers = ReadonlyMap<number, Parse>;

/** What the clients of each pool are to parse with, and what each client does. */
const wanted = new WeakMap<ParsingPool, Parsers>();
const given = new WeakMap<ParsingClient, Parsers>();

/**
 * Makes every client of the pool parse the types of its database. Call it once,
 * before the first query; again where types were created or altered since.
 */
export async function registerParsers(pool: ParsingPool): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query(TYPES);
    const parsers = parsersOf(rows as TypeRow[], client);
    register(client, parsers);
    if (!wanted.has(pool))
      pool.on("acquire", (each) => register(each, wanted.get(pool)!));
    wanted.set(pool, parsers);
  } finally {
    client.release();
  }
}

function register(client: ParsingClient, parsers: Parsers): void {
  if (given.get(client) === parsers) return;
  for (const [oid, parse] of parsers) client.setTypeParser(oid, parse);
  given.set(client, parsers);
}

/** Parsers for what the client leaves as it is. */
function parsersOf(rows: readonly TypeRow[], client: ParsingClient): Parsers {
  const types = new Map(rows.map((row) => [row.oid, row]));
  const leave = client.getTypeParser(0, "text");
  const before = given.get(client);
  const parsers = new Map<number, Parse>();
  const parserOf = (oid: number): Parse => {
    const built = parsers.get(oid);
    if (built) return built;
    const type = types.get(oid);
    const known = client.getTypeParser(oid, "text");
    const isOurs = known === leave || known === before?.get(oid);
    if (!type || !(isOurs || PARSED_ANEW.includes(oid))) return known;
    const parse = parserOfType(type, parserOf);
    parsers.set(oid, parse);
    return parse;
  };
  for (const oid of types.keys()) parserOf(oid);
  return parsers;
}

function parserOfType(type: TypeRow, parserOf: (oid: number) => Parse): Parse {
  if (type.base !== 0) return parserOf(type.base);
  if (type.subtype !== 0) {
    const parse = parserOf(type.subtype);
    const parseType = type.is_multirange ? parseMultirange : parseRange;
    return (text) => parseType(text, parse);
  }
  if (type.element === 0) return objectParser(type.attributes ?? [], parserOf);
  const parse = parserOf(type.element);
  return (text) => parseArray(text, parse, type.delimiter);
}

function objectParser(
  attributes: readonly Attribute[],
  parserOf: (oid: number) => Parse,
): Parse {
  const parsers = attributes.map(({ type }) => parserOf(type));
  return (text) => {
    const fields = parseComposite(text);
    return Object.fromEntries(
      attributes.map(({ name }, i) => {
        const field = fields[i] ?? null;
        return [name, field === null ? null : parsers[i]!(field)];
      }),
    );
  };
}

/** An array in PostgreSQL's text format: `{1,NULL,"a b"}`, `[0:1]={1,2}`. */
export function parseArray(
  text: string,
  parse: Parse,
  delimiter = ",",
): unknown[] {
  const reader = new Reader(text);
  if (text.startsWith("[")) reader.bare("=");
  reader.skip("=");
  const list = reader.list(parse, delimiter);
  if (list && reader.isAtEnd()) return list;
  throw new Error(`not an array: ${text}`);
}

type Bounds = "[]" | "[)" | "(]" | "()";
type Prepare = (value: unknown) => unknown;

class RangeValue<T> implements Range<T> {
  readonly lower: T | null;
  readonly upper: T | null;
  readonly lowerInclusive: boolean;
  readonly upperInclusive: boolean;
  readonly isEmpty: boolean;
  readonly #text: (prepare: Prepare) => string;

  constructor(
    lower: T | null,
    upper: T | null,
    bounds: string,
    text: (prepare: Prepare) => string,
  ) {
    this.lower = lower;
    this.upper = upper;
    this.lowerInclusive = bounds.startsWith("[");
    this.upperInclusive = bounds.endsWith("]");
    this.isEmpty = bounds === "empty";
    this.#text = text;
  }

  /** node-postgres calls it where the value is a parameter. */
  toPostgres(prepare: Prepare): string {
    return this.#text(prepare);
  }
}

/** A range to be written, `[lower,upper)` unless said otherwise; null: no bound. */
export function range<T>(
  lower: T | null,
  upper: T | null,
  bounds: Bounds = "[)",
): Range<T> {
  return new RangeValue(
    lower,
    upper,
    bounds,
    (prepare) =>
      `${bounds[0]}${show(lower, prepare)},${show(upper, prepare)}${bounds[1]}`,
  );
}

/** A part of a range or of a composite value. */
function show(value: unknown, prepare: Prepare): string {
  if (value === null || value === undefined) return "";
  const text = Buffer.isBuffer(value)
    ? `\\x${value.toString("hex")}`
    : String(prepare(value));
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** A composite value to be written, of its fields in their order; fields can be such values, too. */
export function composite(...fields: readonly unknown[]): Composite {
  return {
    toPostgres: (prepare) =>
      `(${fields.map((field) => show(field, prepare)).join(",")})`,
  };
}

/** Ranges to be written as one value of a multirange type. */
export function multirange(...ranges: readonly Range<unknown>[]): Multirange {
  return {
    toPostgres: (prepare) =>
      `{${ranges.map((each) => each.toPostgres(prepare)).join(",")}}`,
  };
}

/** A range in text format: `[1,5)`, `("2026-01-01 00:00:00",)`, `empty`. It is written back as it came. */
export function parseRange(text: string, parse: Parse): Range<unknown> {
  if (text === "empty") return new RangeValue(null, null, text, () => text);
  const reader = new Reader(text);
  const range = reader.range(parse);
  if (range && reader.isAtEnd()) return range;
  throw new Error(`not a range: ${text}`);
}

/** A multirange in text format: `{[1,5),[7,)}`, `{}`. */
export function parseMultirange(text: string, parse: Parse): Range<unknown>[] {
  const reader = new Reader(text);
  const ranges: Range<unknown>[] = [];
  reader.skip("{");
  do {
    const range = reader.range(parse);
    if (range) ranges.push(range);
  } while (reader.skip(","));
  if (reader.skip("}") && reader.isAtEnd()) return ranges;
  throw new Error(`not a multirange: ${text}`);
}

/** The fields of a composite value in text format: `(1,"a ""b""",)`. */
export function parseComposite(text: string): (string | null)[] {
  const reader = new Reader(text);
  const fields: (string | null)[] = [];
  reader.skip("(");
  do fields.push(reader.quoted() ?? (reader.bare(",)") || null));
  while (reader.skip(","));
  if (reader.skip(")") && reader.isAtEnd()) return fields;
  throw new Error(`not a composite value: ${text}`);
}

/** Reads what values are made of in text formats, from left to right. */
class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Steps over the character, if it is the next one. */
  skip(character: string): boolean {
    const isNext = this.text[this.at] === character;
    if (isNext) this.at++;
    return isNext;
  }

  /** What stands before the first of the characters. */
  bare(ends: string): string {
    const start = this.at;
    while (!this.isAtEnd() && !ends.includes(this.text[this.at]!)) this.at++;
    return this.text.slice(start, this.at);
  }

  /** What stands in quotes, if there are some. */
  quoted(): string | undefined {
    if (!this.skip('"')) return undefined;
    let value = "";
    for (;;) {
      value += this.bare('"\\');
      const isEnd = !this.skip("\\") && this.skip('"') && !this.isNext('"');
      if (isEnd || this.isAtEnd()) return value;
      value += this.text[this.at++];
    }
  }

  /** A range, if there is one, which is written back as it came. */
  range(parse: Parse): Range<unknown> | undefined {
    const start = this.at;
    if (!this.skip("[") && !this.skip("(")) return undefined;
    const lower = this.bound(parse, ",");
    const isPair = this.skip(",");
    const upper = this.bound(parse, "])");
    if (!isPair || !(this.skip("]") || this.skip(")"))) return undefined;
    const text = this.text.slice(start, this.at);
    const bounds = `${text[0]}${text.at(-1)}`;
    return new RangeValue(lower, upper, bounds, () => text);
  }

  /** A bound of a range; null where there is none. */
  private bound(parse: Parse, ends: string): unknown {
    const bound = this.quoted() ?? (this.bare(ends) || null);
    return bound === null ? null : parse(bound);
  }

  /** A list in braces, if there is one. */
  list(parse: Parse, delimiter: string): unknown[] | undefined {
    if (!this.skip("{")) return undefined;
    const elements: unknown[] = [];
    while (!this.skip("}")) {
      elements.push(this.element(parse, delimiter));
      if (!this.skip(delimiter) && !this.isNext("}")) return undefined;
    }
    return elements;
  }

  private element(parse: Parse, delimiter: string): unknown {
    if (this.isNext("{")) return this.list(parse, delimiter);
    const quoted = this.quoted();
    if (quoted !== undefined) return parse(quoted);
    const bare = this.bare(`${delimiter}}`);
    return bare === "NULL" ? null : parse(bare);
  }

  private isNext(character: string): boolean {
    return this.text[this.at] === character;
  }
}
