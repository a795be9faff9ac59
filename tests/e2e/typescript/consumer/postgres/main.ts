// Real queries on the sample shop.
import assert from 'node:assert/strict';
import { orderStatusValues } from './db/public/enums/order_status.js';
import type { NewOrders, Orders } from './db/public/tables/orders.js';
import { connect } from './connection.js';

const db = connect();

async function readsThroughJoins(): Promise<void> {
  const rows = await db
    .selectFrom('orders')
    .innerJoin('customers', 'customers.id', 'orders.customer_id')
    .innerJoin('order_totals', 'order_totals.order_id', 'orders.id')
    .select(['orders.id', 'customers.fullname', 'orders.status', 'order_totals.total_cents'])
    .orderBy('orders.id')
    .execute();
  assert.deepEqual(rows, [
    { id: '1', fullname: 'Ada Lovelace', status: 'paid', total_cents: '7998' },
    { id: '2', fullname: 'Alan Turing', status: 'pending', total_cents: '2550' },
  ]);
}

async function readsAnotherSchema(): Promise<void> {
  const rows = await db
    .selectFrom('stock.inventory as i')
    .innerJoin('stock.warehouses as w', 'w.id', 'i.warehouse_id')
    .select(['w.name', 'i.quantity'])
    .where('i.product_id', '=', 1)
    .execute();
  assert.deepEqual(rows, [{ name: 'North', quantity: 12 }]);
}

async function insertsWithDefaults(): Promise<Orders> {
  const values: NewOrders = { customer_id: '3' };
  const order = await db.insertInto('orders').values(values).returningAll().executeTakeFirstOrThrow();
  assert.equal(order.status, orderStatusValues[0]);
  assert.ok(order.placed_at instanceof Date);
  return order;
}

async function updatesAndComputes(order: Orders): Promise<void> {
  const item = await db
    .insertInto('order_items')
    .values({ order_id: order.id, line_number: 1, product_id: 2, quantity: 3, unit_price_cents: 100 })
    .returning('total_cents')
    .executeTakeFirstOrThrow();
  assert.equal(item.total_cents, 300);
  await db.updateTable('orders').set({ status: 'shipped' }).where('id', '=', order.id).execute();
  const changed = await db.selectFrom('orders').select('status').where('id', '=', order.id).executeTakeFirstOrThrow();
  assert.equal(changed.status, 'shipped');
}

async function enumValuesAreThoseOfTheDatabase(): Promise<void> {
  for (const status of orderStatusValues) {
    await db.selectFrom('orders').select('id').where('status', '=', status).execute();
  }
  assert.deepEqual([...orderStatusValues], ['pending', 'paid', 'shipped', 'delivered', 'cancelled']);
}

await readsThroughJoins();
await readsAnotherSchema();
await updatesAndComputes(await insertsWithDefaults());
await enumValuesAreThoseOfTheDatabase();
await db.destroy();
