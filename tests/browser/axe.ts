import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** A phone and a wide screen, light and dark. */
export const LOOKS = [360, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
);

/** What axe finds against WCAG 2.2 AA and its own best practices, in words. The policy of the page lets it in from here only. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate('axe.run()')) as axe.AxeResults;
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
