// With brands, ids of one table are not taken for those of another, and values of a domain not for others.
import assert from 'node:assert/strict';
import { connect } from './connection.js';
import type { CountryCode } from './db/public/domains/country_code.js';
import type { CustomersId } from './db/public/tables/customers.js';
import type { CustomerProfilesId } from './db/public/tables/customer_profiles.js';
import type { NewOrders, OrdersId } from './db/public/tables/orders.js';
import { holds, type Equal } from './equal.js';

// A key that is a reference too holds ids of the table that it refers to.
holds<Equal<{ id: CustomerProfilesId }, { id: CustomersId }>>();
holds<Equal<{ id: NewOrders['customer_id'] }, { id: CustomersId }>>();

const db = connect();
const customer = await db.selectFrom('customers').selectAll().executeTakeFirstOrThrow();
const values: NewOrders = { customer_id: customer.id };
const order = await db.insertInto('orders').values(values).returningAll().executeTakeFirstOrThrow();
const text: string = order.id;
assert.equal(text, String(text));

// @ts-expect-error an order is no customer
const wrong: NewOrders = { customer_id: order.id };
// @ts-expect-error nor is any text
const plain: NewOrders = { customer_id: '1' };
const named: NewOrders = { customer_id: '1' as CustomersId };
// @ts-expect-error
const none: OrdersId = customer.id;
// @ts-expect-error
const country: CountryCode = 'AT';
assert.deepEqual([wrong, plain, named].map(({ customer_id }) => typeof customer_id), ['string', 'string', 'string']);
assert.deepEqual([typeof none, typeof country], ['string', 'string']);

const rows = await db.selectFrom('orders').selectAll().where('customer_id', '=', customer.id).where('id', '=', order.id).execute();
assert.equal(rows.length, 1);
await db.destroy();
