// Real queries on the sample shop.
import assert from 'node:assert/strict';
import type { NewOrders, Orders } from './db/main/tables/orders.js';
import { connect } from './connection.js';

const db = connect();

async function readsThroughJoins(): Promise<void> {
  const rows = await db
    .selectFrom('orders')
    .innerJoin('customers', 'customers.id', 'orders.customer_id')
    .innerJoin('order_totals', 'order_totals.order_id', 'orders.id')
    .select(['orders.id', 'customers.fullname', 'orders.note', 'order_totals.total_cents'])
    .orderBy('orders.id')
    .execute();
  assert.deepEqual(rows, [
    { id: 1, fullname: 'Ada Lovelace', note: null, total_cents: 7998 },
    { id: 2, fullname: 'Alan Turing', note: null, total_cents: 2550 },
  ]);
}

async function insertsWithDefaults(): Promise<Orders> {
  const values: NewOrders = { customer_id: 3 };
  const order = await db.insertInto('orders').values(values).returningAll().executeTakeFirstOrThrow();
  assert.equal(order.status, 'pending');
  assert.equal(typeof order.placed_at, 'string');
  return order;
}

async function updatesAndComputes(order: Orders): Promise<void> {
  const item = await db
    .insertInto('order_items')
    .values({ order_id: order.id, line_number: 1, product_id: 2, quantity: 3, unit_price_cents: 100 })
    .returning('total_cents')
    .executeTakeFirstOrThrow();
  assert.equal(item.total_cents, 300);
  await db.updateTable('orders').set({ note: 'by hand' }).where('id', '=', order.id).execute();
  const changed = await db.selectFrom('orders').select('note').where('id', '=', order.id).executeTakeFirstOrThrow();
  assert.equal(changed.note, 'by hand');
}

async function storesBytes(): Promise<void> {
  const avatar = Buffer.from([1, 2, 3]);
  await db.insertInto('customer_profiles').values({ customer_id: 2, avatar }).execute();
  const row = await db.selectFrom('customer_profiles').select('avatar').where('customer_id', '=', 2).executeTakeFirstOrThrow();
  assert.deepEqual(row.avatar, avatar);
}

await readsThroughJoins();
await updatesAndComputes(await insertsWithDefaults());
await storesBytes();
await db.destroy();
