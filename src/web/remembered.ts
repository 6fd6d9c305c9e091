import type { Store } from '../domain/store.ts';

/** What was made under this name, for as long as nothing is committed and `asOf` is the same; else made anew. */
export type Remembered<Value> = (
  store: Store,
  name: string,
  asOf: string,
  make: () => Promise<Value>,
) => Promise<Value>;

/** Remembers what is reckoned by going through a month of articles, which would be too much for each request. */
export function createRemembered<Value>(): Remembered<Value> {
  const stores = new WeakMap<Store, Map<string, { readonly of: string; readonly value: Promise<Value> }>>();
  return async (store, name, asOf, make) => {
    const of = `${asOf} ${await store.corpusVersion()}`;
    const known = stores.get(store) ?? new Map();
    stores.set(store, known);
    const last = known.get(name);
    if (last?.of === of) return last.value;
    const value = make();
    known.set(name, { of, value });
    // A failure is no answer to the next who asks; what was made since is.
    value.catch(() => known.get(name)?.value === value && known.delete(name));
    return value;
  };
}
