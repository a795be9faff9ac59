// What the types generated for the sample shop must be, exactly.
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Database } from './db/database.js';
import type { SqliteValue } from './db/scalars.js';
import type { Customers, CustomersUpdate, NewCustomers } from './db/main/tables/customers.js';
import { holds, type Equal } from './equal.js';

type Row<T extends keyof Database> = Selectable<Database[T]>;
type New<T extends keyof Database> = Insertable<Database[T]>;
type Update<T extends keyof Database> = Updateable<Database[T]>;

holds<Equal<Record<keyof Database, 0>, Record<
  | 'customers' | 'customer_profiles' | 'addresses' | 'categories' | 'products' | 'product_categories' | 'coupons'
  | 'orders' | 'order_items' | 'payments' | 'shipments' | 'shipment_items' | 'reviews' | 'suppliers' | 'warehouses'
  | 'inventory' | 'stock_movements' | 'active_products' | 'order_totals' | 'customer_spending' | 'product_ratings', 0>>>();

// The aliases are what Kysely makes of the table.
holds<Equal<Customers, Row<'customers'>>>();
holds<Equal<NewCustomers, New<'customers'>>>();
holds<Equal<CustomersUpdate, Update<'customers'>>>();

// INTEGER PRIMARY KEY, defaults and nullable columns are optional.
holds<Equal<Row<'customers'>, {
  id: number; email: string; fullname: string; phone: string | null; is_active: number; preferences: string; created_at: string;
}>>();
holds<Equal<New<'customers'>, {
  id?: number; email: string; fullname: string; phone?: string | null; is_active?: number; preferences?: string; created_at?: string;
}>>();
holds<Equal<Update<'customers'>, {
  id?: number; email?: string; fullname?: string; phone?: string | null; is_active?: number; preferences?: string; created_at?: string;
}>>();

// A generated column, virtual or stored, can be neither inserted nor updated.
holds<Equal<New<'products'>, {
  id?: number; sku: string; name: string; description?: string | null; price_cents: number; tax_rate?: number;
  weight_kg?: number | null; is_active?: number; created_at?: string;
}>>();
holds<Equal<Row<'order_items'>, {
  order_id: number; line_number: number; product_id: number; quantity: number; unit_price_cents: number; total_cents: number;
}>>();
holds<Equal<Update<'order_items'>, {
  order_id?: number; line_number?: number; product_id?: number; quantity?: number; unit_price_cents?: number;
}>>();

// The key of a WITHOUT ROWID table is not null.
holds<Equal<Row<'coupons'>, { code: string; percent_off: number; valid_from: string; valid_until: string | null }>>();
holds<Equal<New<'coupons'>, { code: string; percent_off: number; valid_from: string; valid_until?: string | null }>>();

// Types as declared in a table that is not STRICT, ANY in one that is, and bytes.
holds<Equal<Row<'payments'>, {
  id: number; order_id: number; method: string; amount_cents: number; paid_at: string | null; reference: string | null;
}>>();
holds<Equal<Row<'suppliers'>, { id: number; name: string; contact: SqliteValue | null; rating: number | null }>>();
holds<Equal<Row<'customer_profiles'>, {
  customer_id: number; biography: string | null; avatar: Buffer | null; born_on: string | null;
}>>();

// The columns of views may be null, those of an expression hold anything, and no view can be written to.
holds<Equal<Row<'active_products'>, {
  id: number | null; sku: string | null; name: string | null; price_cents: number | null;
}>>();
holds<Equal<Row<'customer_spending'>, {
  customer_id: number | null; fullname: string | null; order_count: SqliteValue | null; spent_cents: SqliteValue | null;
}>>();
holds<Equal<New<'active_products'>, {}>>();
holds<Equal<Update<'active_products'>, {}>>();
