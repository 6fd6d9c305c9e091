import { createHash } from 'node:crypto';

/** The whole style of the page: the reader's own font and colours, a line that is good to read, light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d2021, #e6e3dc); --paper: light-dark(#fbfaf7, #17191a);
  --soft: light-dark(#62666a, #a3a6a8); --rule: light-dark(#e2ded5, #34383a); --link: light-dark(#0a5a8a, #7cc0ea); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 3rem 1.25rem 5rem; background: var(--paper); color: var(--ink);
  font: 1.05rem/1.6 system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.1rem; letter-spacing: .02em; color: var(--soft); margin: 0; }
h2 { font-size: 1.8rem; margin: 3rem 0 .5rem; }
h3 { font-size: 1rem; margin: 2rem 0 .5rem; color: var(--soft); }
header p { margin: .25rem 0 0; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
ul, ol { list-style: none; margin: 0; padding: 0; }
li { padding: .6rem 0; border-top: 1px solid var(--rule); overflow-wrap: anywhere; }
small { display: block; font-size: .875rem; color: var(--soft); }
.feeds li { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
.formats { display: flex; gap: .75rem; font-size: .875rem; }
.stories a { text-decoration: none; }
.stories a:hover { text-decoration: underline; }
`;

/** A digest as Content Security Policy names it, CSP Level 3 §2.3.1. */
export function sha256Base64(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
