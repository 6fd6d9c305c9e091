import type { Context, MiddlewareHandler } from 'hono';
import type { Services } from '../pipeline/services.ts';
import { type Html, html } from '../publish/page/html.ts';
import { isKeeper } from './access/access.ts';

const UNUSABLE = 'unusable-settings';

/**
 * Finds out whether the settings were changed to what cannot be used, for who may know: where anybody reads, their keeper
 * alone.
 */
export const checkSettings =
  (services: Services): MiddlewareHandler =>
  async (c, next) => {
    const { unusable, web } = await services.settings();
    if (unusable !== undefined && (isKeeper(c) || !web.public)) c.set(UNUSABLE, unusable);
    return next();
  };

/** What is wrong with the settings, above whatever a page shows; null: nothing is. */
export function settingsNotice(c: Context): Html | null {
  const unusable: string | undefined = c.get(UNUSABLE);
  return unusable === undefined
    ? null
    : html`<div class="notice" role="alert"><p>The settings were changed and cannot be used: ${unusable}. This page goes on with the last ones; no cycle runs until they are mended.</p></div>`;
}
