import { createHash } from 'node:crypto';

/**
 * The whole style of the page: the fonts the reader's system has, a measure that is good to read, light and dark. Colours are
 * named for their use; each pair that carries text keeps a contrast of at least 4.5 (WCAG 2.2, 1.4.3).
 */
export const STYLE = `
:root { color-scheme: light dark;
  --paper: #fcfbf8; --raised: #ffffff; --ink: #1c1f21; --soft: #5a6064; --rule: #e3dfd6; --link: #0b5585; --mark: #ffe9a8; --side0: #ffe2a0; --side1: #cfe6f7; --side2: #dcefd0;
  --accent: #9a3412; --good: #1f6b3a; --bad: #a3271f; --plus: #dff2e3; --minus: #fbe3e0; --bar: #a9c3d6; --line: #0b5585;
  --serif: ui-serif, "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #15181a; --raised: #1c2022; --ink: #e7e4dd; --soft: #a4a9ac; --rule: #33383b; --link: #86c5ec; --mark: #5b4a12; --side0: #5b4a12; --side1: #1f4560; --side2: #2c4a22;
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
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--rule); } th { font-weight: 600; font-size: .875rem; color: var(--soft); } th[scope=row] { color: var(--ink); font-size: inherit; } .scroll table { overflow-wrap: break-word; } .scroll th[scope=row] { min-width: 8rem; overflow-wrap: anywhere; }
td.number, th.number { text-align: end; }
button, input, select, textarea { font: inherit; color: inherit; background: var(--raised); border: 1px solid color-mix(in srgb, var(--soft) 70%, transparent); border-radius: .35rem; padding: .35rem .7rem; max-width: 100%; min-height: 2.25rem; }
button { cursor: pointer; } button.main { background: var(--ink); color: var(--paper); border-color: var(--ink); }
label { font-size: .875rem; color: var(--soft); } label > input, label > select { display: block; color: var(--ink); font-size: 1rem; }
.list > li { padding: 1rem 0; border-top: 1px solid var(--rule); } .list > li:first-child { border-top: 0; padding-top: .25rem; }
small.inline { display: inline; } .lang { font-size: .75rem; color: var(--soft); letter-spacing: .02em; }
.facts, .gloss, .when, .crumbs, .axis, .follow small { font-size: .875rem; color: var(--soft); margin: .3rem 0; }
.facts a { color: inherit; } .gloss { font-style: italic; } .intro { max-width: 42rem; color: var(--soft); font-size: 1.05rem; }
h2.quiet, h3.quiet { font: 600 .8125rem var(--sans); letter-spacing: .06em; text-transform: uppercase; color: var(--soft); margin: 2rem 0 0; }
.stories > li { display: grid; grid-template-columns: minmax(0, 1fr); padding: 1.4rem 0; border-bottom: 1px solid var(--rule); }
.stories h3 { font-size: 1.22rem; margin: 0 0 .2rem; } .stories h3 a { color: inherit; text-decoration: none; } .stories h3 a:hover { text-decoration: underline; text-decoration-thickness: 1px; }
.stories .chips { margin-top: .6rem; } .excerpt { margin: .35rem 0; max-width: 40rem; } .news { margin: .4rem 0; max-width: 40rem; } .stories .excerpt, .news { text-align: left; } .more { margin: 1.5rem 0; }
h2.topic { font-size: 1.7rem; margin: 2rem 0 .5rem; } .feeds li { padding: .6rem 0; border-top: 1px solid var(--rule); } .feeds li:first-child { border-top: 0; } .formats { font-size: .875rem; }
.columns > aside { margin-top: 2.5rem; } .beside h2 { font-size: 1.05rem; } .beside { font-size: .9375rem; } .others { color: var(--soft); } .others a { color: inherit; } .jump { font-size: .875rem; margin-top: 1rem; } aside h2 { font-size: 1.05rem; margin: 2rem 0 .6rem; } aside .follow li { padding: .25rem 0; }
.grow { flex: 1 1 9rem; } .grow input { width: 100%; }
.chart { margin: 2rem 0 0; } .chart figcaption { font-size: .875rem; color: var(--soft); } .chart .key { display: block; }
.chart svg { width: 100%; height: 6rem; margin: .5rem 0 0; border-bottom: 1px solid var(--rule); } .chart rect { fill: var(--bar); } .chart path { fill: none; stroke: var(--accent); stroke-width: 2; }
.key span::before { content: ""; display: inline-block; width: .7rem; margin-inline-end: .3rem; vertical-align: .1em; height: .55rem; background: var(--bar); } .key .lines::before { height: 2px; vertical-align: .25em; background: var(--accent); } .key .lines { margin-inline-start: .5rem; }
.axis { display: flex; justify-content: space-between; margin: .2rem 0 0; }
.story header, .doc header { margin-bottom: 1.5rem; } .timeline details { margin: 0; } .timeline .timeline { margin-top: 1rem; } .crumbs { margin: 0 0 .75rem; }
.lead blockquote { font: 1.12rem/1.65 var(--serif); max-width: 42rem; } .lead .small { color: var(--soft); }
.differences { table-layout: fixed; } .differences .on { width: 23%; } .differences .value { width: 24%; } .differences th[scope=rowgroup] { color: var(--ink); padding-top: .7rem; } .differences small { display: block; font-weight: 400; } .differences tbody tr:not(:last-child) td { border-bottom-style: dashed; }
@media (max-width: 40rem) { .differences thead { display: none; } .differences, .differences tbody, .differences tr, .differences th, .differences td { display: block; width: auto !important; border: 0; padding: 0; } .differences tbody { padding: .9rem 0; border-bottom: 1px solid var(--rule); } .differences th small { display: inline; margin-inline-start: .5rem; } .differences td { margin-top: .35rem; } .differences td + td { padding-inline-start: 1rem; } }
.differences li + li { margin-top: .4rem; }
q { quotes: "“" "”" "‘" "’"; } .claims li { padding: .35rem 0; max-width: 46rem; }
.tree ul { margin-inline-start: .55rem; border-inline-start: 1px solid var(--rule); } .tree > li { margin: .9rem 0; max-width: 46rem; } .tree ul li { position: relative; padding: .2rem 0 .2rem 1.1rem; }
.tree ul li::before { content: ""; position: absolute; inset-inline-start: 0; top: 1rem; width: .75rem; border-top: 1px solid var(--rule); }
.timeline { border-inline-start: 2px solid var(--rule); margin-inline-start: .4rem; } .timeline > li { position: relative; padding: .1rem 0 1.4rem 1.4rem; } .timeline p { margin: .15rem 0; }
.timeline > li::before { content: ""; position: absolute; inset-inline-start: -.42rem; top: .55rem; width: .7rem; height: .7rem; border-radius: 50%; background: var(--paper); border: 2px solid var(--soft); } .timeline .brings::before { background: var(--accent); border-color: var(--accent); }
.timeline .title { font-family: var(--serif); font-size: 1.05rem; } .retells .badge { color: var(--soft); font-weight: 500; }
.text { font: 1.06rem/1.7 var(--serif); } .text p { margin: 0 0 1em; } .text .summary { font-weight: 600; }
mark.side0 { background: var(--side0); } mark.side1 { background: var(--side1); } mark.side2 { background: var(--side2); } mark.side { background: none; box-shadow: 0 2px 0 var(--rule); } mark.against { background: none; text-decoration: line-through; }
.verdict h2 { font-size: 1.1rem; margin: 0 0 .4rem; } .verdict + .verdict { margin-top: 2rem; } .badge.accepted { color: var(--good); } .badge.rejected { color: var(--bad); }
meter { width: 7rem; height: .7rem; vertical-align: middle; } .reasons { margin: .8rem 0; } .reasons li { display: grid; grid-template-columns: 1fr auto; gap: 0 .75rem; padding: .4rem 0; border-top: 1px solid var(--rule); } .reasons small { grid-column: 1 / -1; } .weight { font-variant-numeric: tabular-nums; color: var(--soft); font-size: .875rem; } .flip { border-inline-start: 3px solid var(--accent); padding-inline-start: .8rem; }
ins { background: var(--plus); text-decoration: none; } del { background: var(--minus); } .diff { border: 1px solid var(--rule); border-radius: .4rem; background: var(--raised); padding: .75rem 1rem; white-space: pre-line; } .diff .title { font-weight: 600; }
.row { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; } .row > label { min-width: 0; max-width: 100%; } form.search { margin: 1rem 0 1.5rem; max-width: 46rem; } details { margin-top: .75rem; } summary { cursor: pointer; color: var(--soft); font-size: .875rem; } details .row { margin-top: .6rem; }
.results > li { padding: 1.1rem 0; border-top: 1px solid var(--rule); max-width: 46rem; } .results h2 { font-size: 1.15rem; margin: 0; } .results h2 a { text-decoration: none; } .results h2 a:hover { text-decoration: underline; }
kbd { font: .85em ui-monospace, monospace; border: 1px solid var(--rule); border-radius: .25rem; padding: 0 .3em; background: var(--raised); }
.doc h1 { max-width: 42rem; }
@media (max-width: 30rem) { nav ul { gap: 0 .95rem; } nav a { font-size: .9375rem; } main { padding-top: 1.25rem !important; } }
@media (min-width: 60rem) { .jump { display: none; } .parts { display: grid; grid-template: auto 1fr / minmax(0, 1fr) 19rem; column-gap: 3.5rem; } .beside { grid-area: 1 / 2 / 3 / 3; } .beside > section:first-child h2, .parts .lead > blockquote { margin-top: 0; } .columns { display: grid; grid-template-columns: minmax(0, 1fr) 19rem; gap: 3.5rem; } .columns > aside { margin-top: .25rem; } .stories > li { grid-template-columns: 8.5rem minmax(0, 1fr); gap: 1rem; } .stories .when { padding-top: .25rem; white-space: normal; } }
svg { display: block; max-width: 100%; height: auto; }
`;

/** A digest as Content Security Policy names it, CSP Level 3 §2.3.1. */
export function sha256Base64(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
