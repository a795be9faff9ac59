// The types of rows with their relations. Generated code lists the relations of
// a table in an interface; a path such as "posts.comments" leads through them.

export interface Relation<
  Row,
  Relations,
  Shape extends "many" | "one" | "optional",
> {
  row: Row;
  relations: Relations;
  shape: Shape;
}

export type ToMany<Row, Relations> = Relation<Row, Relations, "many">;
export type ToOne<Row, Relations> = Relation<Row, Relations, "one">;
export type ToOptional<Row, Relations> = Relation<Row, Relations, "optional">;

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

type NextOf<R> = R extends { relations: infer Relations } ? Relations : never;

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
  R extends Relation<infer Row, infer Relations, infer Shape>
    ? Shaped<WithRelations<Row, Relations, Path>, Shape>
    : never;

type Shaped<Row, Shape> = Shape extends "many"
  ? Row[]
  : Shape extends "one"
    ? Row
    : Row | null;
