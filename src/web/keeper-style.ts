/** What the pages that are acted on add to the style of every page. */
export const KEEPER_STYLE = `

.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.stack { display: grid; gap: .8rem; max-width: 24rem; margin: 1.5rem 0; justify-items: start; } .stack label, .stack input { width: 100%; }
form.act { margin: .7rem 0 0; } form.inline { display: inline-block; margin: 0; } button.small { font-size: .8125rem; min-height: 1.9rem; padding: .1rem .6rem; }
.notice { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; } .notice p { margin: 0; }
kbd { font: .8125rem ui-monospace, monospace; border: 1px solid var(--rule); border-bottom-width: 2px; border-radius: .25rem; padding: 0 .35rem; background: var(--raised); }
.review h2 { font-size: 1.15rem; margin: 0; } .review h2 a { color: inherit; text-decoration: none; } .review h2 a:hover { text-decoration: underline; }
.review > li { max-width: 46rem; padding-inline-start: 1rem; border-inline-start: 3px solid transparent; } .review > li:focus { outline: none; } .review > li:focus-within, .review > li:focus { border-inline-start-color: var(--accent); }
.against { text-decoration: line-through; text-decoration-color: var(--bad); } .badge.yes { color: var(--good); } .badge.no { color: var(--bad); }
.answers > li { padding: .6rem 0; display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline; }
details.acts { margin: 2rem 0; padding: .6rem 1rem; border: 1px solid var(--rule); border-radius: .4rem; } summary { cursor: pointer; color: var(--soft); } fieldset { border: 1px solid var(--rule); border-radius: .35rem; margin: 1rem 0 .5rem; padding: .4rem 1rem; } legend { font-size: .875rem; color: var(--soft); padding: 0 .3rem; } label.check { display: flex; gap: .5rem; align-items: baseline; padding: .2rem 0; color: var(--ink); } label.check input { display: inline; min-height: 0; }
.sources > li { display: grid; grid-template-columns: minmax(0, 1fr) 6rem; gap: 0 1.5rem; } .sources h2 { font-size: 1.1rem; margin: 0; } .state { font-weight: 600; } .state.trouble { color: var(--bad); } .state.calm { color: var(--good); } .state.off { color: var(--soft); }
.sources, .review, .proposals { margin-top: 1.5rem; } figure.weeks { max-width: 30rem; margin-bottom: 1.5rem; } .doing { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: baseline; margin-top: .6rem; } .doing form { margin: 0; } .doing details[open] { flex-basis: 100%; }
.spark { width: 100%; height: 1.9rem; border-bottom: 1px solid var(--rule); } .spark rect { fill: var(--bar); } .spark .in { fill: var(--accent); }
.sources details > summary { font-size: .875rem; }
.sources > li > :not(h2, svg) { grid-column: 1 / -1; } .sources details { margin: .1rem 0 0; } .sources details p { margin: .3rem 0; }
@media (min-width: 48rem) { .sources > li { grid-template-columns: minmax(0, 1fr) 12rem; } }
h2.plain { font-size: 1.1rem; margin: 0; } div.row { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1.5rem 0; } a.plain { color: inherit; text-decoration: none; }
pre.diff { overflow-x: auto; white-space: pre; font: .875rem/1.5 ui-monospace, monospace; background: var(--raised); border: 1px solid var(--rule); border-radius: .35rem; padding: .6rem .9rem; } .diff .plus { background: var(--plus); } .diff .minus { background: var(--minus); }
dd { margin: 0 0 .6rem; } .share dd { margin: 0; } td.number + td:not(.number), th.number + th:not(.number) { padding-inline-start: 1.5rem; }
.share { display: grid; grid-template-columns: minmax(7rem, 14rem) minmax(4rem, 1fr) auto; gap: .15rem .8rem; align-items: center; max-width: 46rem; font-size: .9375rem; } .share svg { width: 100%; height: .7rem; } .share rect { fill: var(--bar); } .share .number { text-align: end; font-variant-numeric: tabular-nums; color: var(--soft); }
`;
