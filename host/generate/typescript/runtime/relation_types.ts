// The types of rows with their relations. Generated code lists the relations of
// a table in an interface; a path such as "posts.comments" leads through them.

import type { TableMetadata } from "./metadata.js";

/** `Target`: the metadata of the table that it leads to. */
export interface Relation<Target, Shape extends "many" | "one" | "optional"> {
  target: Target;
  shape: Shape;
}

export type ToMany<Target> = Relation<Target, "many">;
export type ToOne<Target> = Relation<Target, "one">;
export type ToOptional<Target> = Relation<Target, "optional">;

/** The path itself where it leads somewhere, else what could stand in its place. */
export type PathOf<
  Relations,
  Path extends string,
> = Path extends `${infer Head}.${infer Tail}`
  ? Head extends keyof Relations
    ? Tail extends PathOf<NextOf<Relations[Head]>, Tail>
      ? Path
      : `${Head}.${PathOf<NextOf<Relations[Head]>, Tail>}`
    : keyof Relations & string
  : Path extends keyof Relations
    ? Path
    : keyof Relations & string;

type NextOf<R> = R extends { target: TableMetadata<any, infer Relations> }
  ? Relations
  : never;

/** A row with the relations that the paths name. */
export type WithRelations<Row, Relations, Path extends string> = Row & {
  [K in HeadOf<Path> & keyof Relations]: Loaded<
    Relations[K],
    TailOf<Path, K & string>
  >;
};

type HeadOf<Path extends string> = Path extends `${infer Head}.${string}`
  ? Head
  : Path;
type TailOf<
  Path extends string,
  Head extends string,
> = Path extends `${Head}.${infer Tail}` ? Tail : never;

type Loaded<R, Path extends string> =
  R extends Relation<TableMetadata<infer Row, infer Relations>, infer Shape>
    ? Shaped<WithRelations<Row, Relations, Path>, Shape>
    : never;

type Shaped<Row, Shape> = Shape extends "many"
  ? Row[]
  : Shape extends "one"
    ? Row
    : Row | null;
