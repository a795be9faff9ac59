// Compiles each shape of a query once. Kysely builds it from its own builders,
// with slots for the values; from then on the same SQL runs with new values.
// Statements belong to one dialect and one list of plugins, so that transactions
// share those of the database they were begun on.
import {
  CamelCasePlugin,
  DeduplicateJoinsPlugin,
  HandleEmptyInListsPlugin,
  ParseJSONResultsPlugin,
  SafeNullComparisonPlugin,
  WithSchemaPlugin,
  type Compilable,
  type CompiledQuery,
  type Kysely,
  type KyselyPlugin,
  type QueryResult,
} from "kysely";

/** Makes the query around the values; called with slots where it is compiled once. */
export type Build = (db: Kysely<any>, values: readonly unknown[]) => Compilable;

/** More shapes than this of one table are forgotten, the oldest first. */
const LIMIT = 1000;

class Slot {
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }
}

interface Statement {
  readonly compiled: CompiledQuery;
  /** The slots are in order, so that the values are the parameters. */
  readonly inOrder: boolean;
}

type Known = Map<string, Statement>;
type Executor = ReturnType<Kysely<any>["getExecutor"]>;

/** What two databases must have in common to share statements. */
class Shelf {
  readonly #byTable = new Map<string, Known>();
  readonly #next = new WeakMap<object, Shelf>();

  next(key: object): Shelf {
    let shelf = this.#next.get(key);
    if (!shelf) this.#next.set(key, (shelf = new Shelf()));
    return shelf;
  }

  of(table: string): Known {
    let known = this.#byTable.get(table);
    if (!known) this.#byTable.set(table, (known = new Map()));
    return known;
  }
}

const root = new Shelf();

/** Kysely's own plugins that look at names only: they do the same to a slot as to its value. */
const blind = [
  CamelCasePlugin,
  DeduplicateJoinsPlugin,
  HandleEmptyInListsPlugin,
  ParseJSONResultsPlugin,
  SafeNullComparisonPlugin,
  WithSchemaPlugin,
];

function isBlind(plugin: KyselyPlugin): boolean {
  return blind.some((known) => plugin.constructor === known);
}

function compile(
  build: Build,
  db: Kysely<any>,
  count: number,
): Statement | undefined {
  const slots = Array.from({ length: count }, (_, index) => new Slot(index));
  const compiled = build(db, slots).compile();
  const found = compiled.parameters.filter((each) => each instanceof Slot);
  if (new Set(found).size !== count) return undefined;
  return {
    compiled,
    inOrder:
      compiled.parameters.length === count &&
      found.every((slot, index) => slot.index === index),
  };
}

function bind(
  { compiled, inOrder }: Statement,
  values: readonly unknown[],
): CompiledQuery {
  const parameters = inOrder
    ? values
    : compiled.parameters.map((each) =>
        each instanceof Slot ? values[each.index] : each,
      );
  return {
    query: compiled.query,
    queryId: compiled.queryId,
    sql: compiled.sql,
    parameters,
  };
}

/** A database, or one connection of it, and the statements that are known there. */
export class Session {
  readonly #db: Kysely<any>;
  readonly #executor: Executor;
  readonly #shelf: Shelf | undefined;

  constructor(db: Kysely<any>, executor: Executor = db.getExecutor()) {
    this.#db = db;
    this.#executor = executor;
    const { adapter, plugins } = executor;
    if (!plugins.every(isBlind)) return;
    this.#shelf = plugins.reduce<Shelf>(
      (shelf, plugin) => shelf.next(plugin),
      root.next(adapter),
    );
  }

  /** The plugins look at names only. */
  get isBlind(): boolean {
    return this.#shelf !== undefined;
  }

  statements(table: string): Statements {
    return new Statements(this.#db, this.#executor, this.#shelf?.of(table));
  }

  /** Spares a series of queries the way to the pool and back. */
  onOneConnection<T>(run: (session: Session) => Promise<T>): Promise<T> {
    return this.#executor.provideConnection((connection) => {
      const provideConnection: Executor["provideConnection"] = (consumer) =>
        consumer(connection);
      const own = this.#executor.withConnectionProvider({ provideConnection });
      return run(new Session(this.#db, own));
    });
  }
}

/** The statements of one table. */
export class Statements {
  readonly #db: Kysely<any>;
  readonly #executor: Executor;
  readonly #known: Known | undefined;

  constructor(db: Kysely<any>, executor: Executor, known: Known | undefined) {
    this.#db = db;
    this.#executor = executor;
    this.#known = known;
  }

  /** Runs a query; `shape` names what `build` makes of any values of that number. */
  run(
    shape: string,
    values: readonly unknown[],
    build: Build,
  ): Promise<QueryResult<any>> {
    const statement =
      this.#known?.get(shape) ?? this.#remember(shape, values.length, build);
    return this.#executor.executeQuery(
      statement ? bind(statement, values) : build(this.#db, values).compile(),
    );
  }

  #remember(shape: string, count: number, build: Build): Statement | undefined {
    const known = this.#known;
    const statement = known && compile(build, this.#db, count);
    if (!statement) return undefined;
    if (known.size >= LIMIT) known.delete(known.keys().next().value!);
    known.set(shape, statement);
    return statement;
  }
}
