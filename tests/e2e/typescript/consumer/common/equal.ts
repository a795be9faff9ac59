// Types that must hold for the file to compile.
export type Flat<T> = { [K in keyof T]: T[K] };
export type Equal<A, B> =
  (<T>() => T extends Flat<A> ? 1 : 2) extends (<T>() => T extends Flat<B> ? 1 : 2) ? true : false;
export function holds<_T extends true>(): void {}
