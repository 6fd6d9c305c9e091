import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sanitiseHtml } from '../../src/text/html/sanitise.ts';
import { FOREIGN_TRICKS } from '../text/foreign-tricks.ts';
import { BROWSER, launch } from './browser.ts';

/** Reads HTML as a part of HTML, SVG and MathML, writes it and reads that again; tells what is not harmless. */
const READ_AGAIN = `async (texts) => {
  window.fired = 0;
  const found = [];
  const hosts = () => [
    document.createElement('div'), document.createElement('template'), document.createElement('table'),
    document.createElementNS('http://www.w3.org/2000/svg', 'svg'), document.createElementNS('http://www.w3.org/2000/svg', 'title'),
    document.createElementNS('http://www.w3.org/1998/Math/MathML', 'mtext'),
  ];
  const bad = /^(?:script|style|iframe|object|embed|use|animate|set|foreignobject|image|link|meta|base|form|textarea|noscript|xmp|mglyph)$/i;
  const read = (html, rounds) => {
    for (const host of hosts()) {
      host.innerHTML = html;
      for (const element of (host.content ?? host).querySelectorAll('*')) {
        if (bad.test(element.localName)) found.push(element.localName + ' of ' + html);
        for (const { name, value } of element.attributes) {
          if (/^on/i.test(name) || /^\\s*(?:javascript|data):/i.test(value)) found.push(name + ' of ' + html);
        }
      }
      if (rounds > 1) read(host.innerHTML, rounds - 1);
    }
  };
  for (const text of texts) read(text, 2);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return { found, fired: window.fired };
}`;

describe.skipIf(BROWSER === undefined)('sanitised SVG and MathML', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('stay harmless wherever a browser reads, moves and writes them', async () => {
    const page = await (await browser.newContext({ offline: true })).newPage();
    const texts = FOREIGN_TRICKS.map((html) => sanitiseHtml(html, 'https://news.example/'));
    const outcome = await page.evaluate(`(${READ_AGAIN})(${JSON.stringify(texts)})`);
    expect(outcome).toEqual({ found: [], fired: 0 });
    const asTheyCame = await page.evaluate(`(${READ_AGAIN})(${JSON.stringify(FOREIGN_TRICKS)})`);
    expect(asTheyCame).toMatchObject({ fired: 1 });
  });
});
