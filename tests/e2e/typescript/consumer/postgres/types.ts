// What the types generated for the sample shop must be, exactly.
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Database } from './db/database.js';
import type { Json, JsonInput } from './db/scalars.js';
import type { Customers, CustomersUpdate, NewCustomers } from './db/public/tables/customers.js';
import { orderStatusValues, type OrderStatus } from './db/public/enums/order_status.js';
import type { PaymentMethod } from './db/public/enums/payment_method.js';
import type { MovementKind } from './db/stock/enums/movement_kind.js';
import { holds, type Equal } from './equal.js';

type Key = string | number | bigint;
type Row<T extends keyof Database> = Selectable<Database[T]>;
type New<T extends keyof Database> = Insertable<Database[T]>;
type Update<T extends keyof Database> = Updateable<Database[T]>;

holds<Equal<Record<keyof Database, 0>, Record<
  | 'customers' | 'customer_profiles' | 'addresses' | 'categories' | 'products' | 'product_categories' | 'coupons'
  | 'orders' | 'order_items' | 'payments' | 'shipments' | 'shipment_items' | 'reviews'
  | 'stock.suppliers' | 'stock.warehouses' | 'stock.inventory' | 'stock.stock_movements'
  | 'active_products' | 'order_totals' | 'customer_spending' | 'product_ratings' | 'monthly_sales', 0>>>();

// The aliases are what Kysely makes of the table.
holds<Equal<Customers, Row<'customers'>>>();
holds<Equal<NewCustomers, New<'customers'>>>();
holds<Equal<CustomersUpdate, Update<'customers'>>>();

// Identity always cannot be inserted; defaults and nullable columns are optional; domains are what they stand for.
holds<Equal<Row<'customers'>, {
  id: string; email: string; fullname: string; phone: string | null; is_active: boolean;
  preferences: Json; tags: string[]; created_at: Date;
}>>();
holds<Equal<New<'customers'>, {
  email: string; fullname: string; phone?: string | null; is_active?: boolean;
  preferences?: JsonInput; tags?: string[]; created_at?: Date | string;
}>>();
holds<Equal<Update<'customers'>, {
  email?: string; fullname?: string; phone?: string | null; is_active?: boolean;
  preferences?: JsonInput; tags?: string[]; created_at?: Date | string;
}>>();

// Identity by default may be inserted. The domain brings NOT NULL and a default.
holds<Equal<Row<'addresses'>, {
  id: string; customer_id: string; kind: string; street: string; city: string; postal_code: string; country: string;
}>>();
holds<Equal<New<'addresses'>, {
  id?: Key; customer_id: Key; kind?: string; street: string; city: string; postal_code: string; country?: string;
}>>();

// A serial is a default; a generated column can be neither inserted nor updated.
holds<Equal<Row<'products'>, {
  id: number; sku: string; name: string; description: string | null; price_cents: number; tax_rate: string;
  price_with_tax_cents: number; weight_kg: number | null; is_active: boolean; created_at: Date;
}>>();
holds<Equal<New<'products'>, {
  id?: number; sku: string; name: string; description?: string | null; price_cents: number;
  tax_rate?: string | number; weight_kg?: number | null; is_active?: boolean; created_at?: Date | string;
}>>();
holds<Equal<Update<'order_items'>, {
  order_id?: Key; line_number?: number; product_id?: number; quantity?: number; unit_price_cents?: number;
}>>();

// Enums are unions of their labels, and their values exist at run time. The driver leaves arrays of them as text.
holds<Equal<{ s: OrderStatus }, { s: 'pending' | 'paid' | 'shipped' | 'delivered' | 'cancelled' }>>();
holds<Equal<{ v: typeof orderStatusValues }, { v: readonly ['pending', 'paid', 'shipped', 'delivered', 'cancelled'] }>>();
holds<Equal<Row<'orders'>, {
  id: string; customer_id: string; shipping_address_id: string | null; coupon_code: string | null;
  status: OrderStatus; status_history: string; note: string | null; placed_at: Date;
}>>();
holds<Equal<New<'orders'>, {
  customer_id: Key; shipping_address_id?: Key | null; coupon_code?: string | null;
  status?: OrderStatus; status_history?: string | OrderStatus[]; note?: string | null; placed_at?: Date | string;
}>>();
holds<Equal<Row<'payments'>, {
  id: string; order_id: string; method: PaymentMethod; amount_cents: number; paid_at: Date | null; reference: string | null;
}>>();

holds<Equal<Row<'customer_profiles'>, {
  customer_id: string; biography: string | null; avatar: Buffer | null; born_on: Date | null;
}>>();
holds<Equal<Row<'stock.suppliers'>, { id: number; name: string; contact: Json | null; rating: number | null }>>();
holds<Equal<Row<'stock.stock_movements'>, {
  id: string; warehouse_id: number; product_id: number; kind: MovementKind; quantity: number; moved_at: Date;
}>>();

// Columns of views are not null where that is proven. A view on one table can be inserted into, the others cannot.
holds<Equal<Row<'active_products'>, { id: number; sku: string; name: string; price_cents: number }>>();
holds<Equal<New<'active_products'>, {
  id?: number | null; sku?: string | null; name?: string | null; price_cents?: number | null;
}>>();
holds<Equal<Row<'order_totals'>, {
  order_id: string; customer_id: string; status: OrderStatus; item_count: string; total_cents: string | null;
}>>();
holds<Equal<New<'order_totals'>, {}>>();
holds<Equal<Update<'monthly_sales'>, {}>>();
