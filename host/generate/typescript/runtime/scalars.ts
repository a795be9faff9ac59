// The types of values that are not TypeScript's own.

/** Any value of a JSON document. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** An object of a JSON document. */
export type JsonObject = { [key: string]: Json | undefined };

/**
 * What node-postgres takes for a JSON document: its text, or a value that it
 * makes the text of. It makes something else of an array and sends a string as
 * it is: use JSON.stringify for these.
 */
export type JsonInput = string | number | boolean | JsonObject;

/** What node-postgres takes for a bigint, which it returns as text. */
export type BigIntInput = string | number | bigint;

/** What it takes for a decimal number, which it returns as text. */
export type DecimalInput = string | number;

/** What it takes for a date or timestamp. */
export type DateInput = Date | string;

/** An interval, as node-postgres returns it; for an insert its text does too. */
export interface Interval {
  years?: number;
  months?: number;
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
  milliseconds?: number;
  toPostgres(): string;
}

/** A point, as node-postgres returns it. */
export interface Point {
  x: number;
  y: number;
}

/** A circle, as node-postgres returns it. */
export interface Circle {
  x: number;
  y: number;
  radius: number;
}

/** A range, as the generated parsers return it; `range()` makes one to be written. */
export interface Range<T> {
  /** Null where there is no bound. */
  lower: T | null;
  upper: T | null;
  lowerInclusive: boolean;
  upperInclusive: boolean;
  /** No value is in it: it has no bounds. */
  isEmpty: boolean;
  toPostgres(prepare: (value: unknown) => unknown): string;
}

/** A composite value to be written, which `composite()` of the generated parsers makes. */
export interface Composite {
  toPostgres(prepare: (value: unknown) => unknown): string;
}

/** Ranges to be written as one value, which `multirange()` of the generated parsers makes. */
export interface Multirange {
  toPostgres(prepare: (value: unknown) => unknown): string;
}

/** A value of a SQLite column whose type does not say what is in it. */
export type SqliteValue = string | number | Buffer;

declare const brand: unique symbol;

/** A value that is told from others of its type: an id, a value of a domain. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
