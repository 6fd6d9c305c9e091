import { createHash } from 'node:crypto';

/**
 * The whole style of the page: the fonts the reader's system has, a measure that is good to read, light and dark. Colours are
 * named for their use; each pair that carries text keeps a contrast of at least 4.5 (WCAG 2.2, 1.4.3).
 */
export const STYLE = `
:root { color-scheme: light dark;
  --paper: #fcfbf8; --raised: #ffffff; --ink: #1c1f21; --soft: #5a6064; --rule: #e3dfd6; --link: #0b5585; --mark: #ffe9a8;
  --accent: #9a3412; --good: #1f6b3a; --bad: #a3271f; --plus: #dff2e3; --minus: #fbe3e0; --bar: #a9c3d6; --line: #0b5585;
  --serif: ui-serif, "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #15181a; --raised: #1c2022; --ink: #e7e4dd; --soft: #a4a9ac; --rule: #33383b; --link: #86c5ec; --mark: #5b4a12;
  --accent: #f0a37c; --good: #83cf9b; --bad: #f19c94; --plus: #17382290; --minus: #4a201c90; --bar: #3d5a6e; --line: #86c5ec; } }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--sans); overflow-wrap: anywhere; }
:lang(ko) { word-break: keep-all; } :lang(ja), :lang(zh) { line-break: strict; word-break: normal; }
.wide { max-width: 70rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, h3 { font-family: var(--serif); line-height: 1.22; font-weight: 600; text-wrap: balance; margin: 0; }
h1 { font-size: clamp(1.6rem, 1.2rem + 1.8vw, 2.3rem); letter-spacing: -.01em; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; } h3 { font-size: 1.05rem; margin: 1.5rem 0 .4rem; }
p { margin: .5rem 0; } ul, ol { margin: 0; padding: 0; list-style: none; } small, .small { font-size: .875rem; }
.soft, small { color: var(--soft); } .prose { max-width: 42rem; }
a { color: var(--link); text-underline-offset: .16em; text-decoration-thickness: 1px; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; } main:focus { outline: none; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
mark { background: var(--mark); color: inherit; border-radius: 2px; padding: 0 .1em; }
blockquote { margin: .75rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); }
.skip { position: absolute; inset-inline-start: -100vw; } .skip:focus { inset-inline-start: 1rem; top: .5rem; z-index: 1; background: var(--raised); padding: .4rem .8rem; }
.top { border-bottom: 1px solid var(--rule); }
.top .wide { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 2rem; padding-top: .9rem; padding-bottom: .9rem; }
.brand { font: 600 1.15rem var(--serif); color: var(--ink); text-decoration: none; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.1rem; } nav a { display: inline-block; padding: .2rem 0; color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--ink); } nav a[aria-current] { color: var(--ink); box-shadow: 0 2px 0 var(--accent); }
main { padding-top: 2rem !important; padding-bottom: 4rem !important; min-height: 60vh; }
.bottom { border-top: 1px solid var(--rule); color: var(--soft); font-size: .875rem; } .bottom .wide { padding-top: 1.25rem; padding-bottom: 2.5rem; }
.notice { border-inline-start: 3px solid var(--accent); background: var(--raised); padding: .6rem 1rem; margin: 0 0 1.5rem; }
.error { color: var(--bad); } .good { color: var(--good); }
.chips { display: flex; flex-wrap: wrap; gap: .35rem .5rem; }
.chip { display: inline-block; font-size: .8125rem; line-height: 1.5; padding: .05rem .6rem; border: 1px solid var(--rule); border-radius: 1rem; color: var(--soft); text-decoration: none; background: var(--raised); }
a.chip:hover { color: var(--ink); border-color: var(--soft); } .chip[aria-current] { color: var(--paper); background: var(--ink); border-color: var(--ink); }
.badge { font-size: .75rem; font-weight: 600; letter-spacing: .03em; text-transform: uppercase; color: var(--accent); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--rule); } th { font-weight: 600; font-size: .875rem; color: var(--soft); }
td.number, th.number { text-align: end; }
button, input, select, textarea { font: inherit; color: inherit; background: var(--raised); border: 1px solid color-mix(in srgb, var(--soft) 70%, transparent); border-radius: .35rem; padding: .35rem .7rem; max-width: 100%; min-height: 2.25rem; }
button { cursor: pointer; } button.main { background: var(--ink); color: var(--paper); border-color: var(--ink); }
form.row { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; } label { font-size: .875rem; color: var(--soft); } label > input, label > select { display: block; color: var(--ink); font-size: 1rem; }
.list > li { padding: 1rem 0; border-top: 1px solid var(--rule); } .list > li:first-child { border-top: 0; padding-top: .25rem; }
svg { display: block; max-width: 100%; height: auto; }
`;

/** A digest as Content Security Policy names it, CSP Level 3 §2.3.1. */
export function sha256Base64(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
