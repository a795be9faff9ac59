// Writes every row of every table as a TypeScript literal that the compiler then checks against the declared
// type: what the driver really returns must be what the generated code says.
import { writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import type { Kysely } from 'kysely';
import { connect } from './connection.js';

function literal(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (value === null || ['string', 'boolean'].includes(typeof value)) return JSON.stringify(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Buffer.isBuffer(value)) return `Buffer.from('${value.toString('hex')}', 'hex')`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return object(value);
  throw new Error(`no literal for ${inspect(value)}`);
}

function object(value: object): string {
  const members = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${literal(each)}`);
  if ('toPostgres' in value) members.push(`toPostgres: () => ${literal(String(value))}`);
  return `{ ${members.join(', ')} }`;
}

const db = connect() as Kysely<any>;
const [path, ...tables] = process.argv.slice(2) as [string, ...string[]];
const counts: Record<string, number> = {};
let source = "import type { Selectable } from 'kysely';\nimport type { Database } from './db/database.js';\n\n";
for (const [index, table] of tables.entries()) {
  const rows = (await db.selectFrom(table).selectAll().execute()) as object[];
  counts[table] = rows.length;
  source += `export const rows${index}: Selectable<Database[${JSON.stringify(table)}]>[] = [\n`;
  source += rows.map((row) => `  ${object(row)},\n`).join('') + '];\n';
}
writeFileSync(path, source);
console.log(JSON.stringify(counts));
await db.destroy();
