/** An element as xml2js has it: text alone, or text, attributes and children, each a list by its name. */
export type Element = string | ElementParts;
export interface ElementParts {
  readonly _?: string;
  readonly $?: Readonly<Record<string, string>>;
  readonly [name: string]: unknown;
}

/** Finds the elements of one name, in their order. */
export type Fields = (name: string) => readonly Element[];

/** The elements of one name in an element. */
export const childrenOf = (element: Element, name: string): readonly Element[] =>
  typeof element === 'string' ? [] : ((element[name] as readonly Element[] | undefined) ?? []);

export const textOf = (element: Element | undefined): string =>
  (typeof element === 'string' ? element : (element?._ ?? '')).trim();

export const attributeOf = (element: Element, name: string): string | null =>
  typeof element === 'string' ? null : (element.$?.[name]?.trim() ?? null);

/** The text of the first element of a name that has any. */
export function firstText(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const text = fields(name).map(textOf).find(Boolean);
    if (text) return text;
  }
  return null;
}
