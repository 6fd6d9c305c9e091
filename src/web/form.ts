import type { Context } from 'hono';
import { Refusal } from './refusal.ts';

/** What a form says, by name; a name that stands there several times has a list. Throws a `Refusal` where it cannot be read. */
export async function formOf(c: Context): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await c.req.parseBody({ all: true });
  } catch {
    throw new Refusal(400, 'unreadable', 'the form cannot be read; send it as browsers do, or as JSON');
  }
}

/**
 * Where a form wants to go on, as a way from the root of the site; empty: the first page. It leads nowhere else, whatever
 * stands in it.
 */
export function wayOn(wanted: unknown): string {
  const root = 'http://here/';
  const url = typeof wanted === 'string' ? URL.parse(wanted, root) : null;
  if (url === null || url.origin !== 'http://here') return '';
  return (url.pathname + url.search + url.hash).replace(/^[/\\]+/, '');
}
