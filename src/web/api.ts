import type { Context, Hono } from 'hono';

/**
 * Gives a page and what it shows an address each: what `/sources` shows, `/api/sources` says as JSON. Reading comes first,
 * the template second, so that both are always of the same.
 *
 * @param read throws a `Refusal` where there is nothing to show.
 */
export function pageWithData<Data extends object>(
  routes: Hono,
  path: string,
  read: (c: Context) => Promise<Data>,
  show: (c: Context, data: Data) => Response | Promise<Response>,
): void {
  routes.get(path, async (c) => show(c, await read(c)));
  routes.get(`/api${path}`, async (c) => c.json(await read(c)));
}
