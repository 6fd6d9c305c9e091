import type {
  Comparison,
  Difference,
  DifferenceNature,
  Origin,
  OriginSign,
  Quoted,
} from '../domain/comparison.ts';
import { outletLink } from './page-headline.ts';
import { type Html, html, joined } from './page-html.ts';
import { languageOf } from './page-parts.ts';
import type { PageView, Told } from './page-view.ts';
import { firstWords, line } from './plain-text.ts';

/** On what the accounts of a story differ, what only one has, and whom they go back to; each with its quote. */
export function comparisonHtml(comparison: Comparison, all: readonly Told[], view: PageView): Html {
  const shown = { byId: new Map(all.map((told) => [told.account.article.id, told])), view };
  return html`${differencesHtml(comparison.differences, shown)}${soleClaimsHtml(comparison, shown)}${originsHtml(comparison, shown)}`;
}

interface Shown {
  readonly byId: ReadonlyMap<string, Told>;
  readonly view: PageView;
}

function differencesHtml(differences: readonly Difference[], shown: Shown): Html | null {
  if (differences.length === 0) return null;
  const rows = differences.toSorted((a, b) => Number(a.background) - Number(b.background));
  return html`<section aria-labelledby="differs">
<h2 id="differs">Where the accounts differ</h2>
<table class="differences">
<colgroup><col class="on"><col class="value"><col></colgroup>
<thead><tr><th scope="col">On</th><th scope="col">Value</th><th scope="col">Who says so</th></tr></thead>
${rows.map((difference) => differenceHtml(difference, shown))}
</table>
</section>`;
}

const NATURES: Readonly<Record<DifferenceNature, string | null>> = {
  differs: null,
  spelling: 'another spelling',
  precision: 'more or less exact',
  changed: 'changed later',
};

function differenceHtml({ subject, nature, background, values }: Difference, shown: Shown): Html {
  const notes = [NATURES[nature], background ? 'background' : null].filter((note) => note !== null);
  const head = html`<th scope="rowgroup" rowspan="${values.length}">${line(subject)}${
    notes.length > 0 && html`<small>${notes.join(', ')}</small>`
  }</th>`;
  return html`<tbody>${values.map(
    ({ value, quotes, story }, index) =>
      html`<tr>${index === 0 && head}<td><strong dir="auto">${line(value)}</strong></td><td><ul>${
        story === undefined
          ? quotes.map((quoted) => html`<li>${quotedHtml(quoted, shown)}</li>`)
          : html`<li><a href="${shown.view.links.story(story)}">another story</a></li>`
      }</ul></td></tr>`,
  )}</tbody>`;
}

function soleClaimsHtml({ soleClaims }: Comparison, shown: Shown): Html | null {
  if (soleClaims.length === 0) return null;
  return html`<section aria-labelledby="sole">
<h2 id="sole">Only in one account</h2>
<ul class="claims">${soleClaims.map((claim) => html`<li>${quotedHtml(claim, shown, line(claim.text))}</li>`)}</ul>
</section>`;
}

const SIGNS: Readonly<Record<OriginSign, string>> = {
  attribution: 'names it',
  dateline: 'in its dateline',
  source: 'published by it',
  link: 'links to it',
  passage: 'shares a passage with it',
};

/** Origins as a tree: whom the accounts go back to, and under each the accounts that do. */
function originsHtml({ origins, unnamed, lostAttributions }: Comparison, shown: Shown): Html {
  const nameless = unnamed.flatMap((id) => shown.byId.get(id) ?? []);
  return html`<section aria-labelledby="origins">
<h2 id="origins">Who says so</h2>
<ul class="tree">
${origins.map((origin) => originHtml(origin, shown))}
${
  nameless.length > 0 &&
  html`<li><span class="soft">Origin not named</span><ul>${nameless.map(
    ({ account }) => html`<li>${outletLink(account, shown.view)}</li>`,
  )}</ul></li>`
}
</ul>
${
  lostAttributions.length > 0 &&
  html`<h3>Said in an account’s own name</h3>
<p class="soft small">Another account gives the same to an origin.</p>
<ul class="claims">${lostAttributions.map(
    (lost) =>
      html`<li>${quotedHtml(lost, shown)} <span class="soft">(${line(lost.origin)} elsewhere)</span></li>`,
  )}</ul>`
}
</section>`;
}

function originHtml({ name, kind, party, accounts }: Origin, shown: Shown): Html {
  const notes = [kind === 'other' ? null : kind.replace('-', ' '), party ? 'a party to the event' : null];
  return html`<li><strong><bdi>${line(name)}</bdi></strong> <span class="soft">${joined(
    notes.filter((note) => note !== null),
    ', ',
  )}</span><ul>${accounts.map(
    (account) =>
      html`<li>${quotedHtml(account, shown)} <small class="inline">${SIGNS[account.how]}</small></li>`,
  )}</ul></li>`;
}

/** Of a source that lets only an excerpt be shown. */
const QUOTE_WORDS = 12;

/** Who says it, and in what words, as far as the source lets them be shown. */
function quotedHtml({ articleId, quote }: Quoted, { byId, view }: Shown, instead = ''): Html {
  const told = byId.get(articleId);
  if (told === undefined) return html`<span class="soft">an account that left the story</span>`;
  const { account } = told;
  const said = line(quote);
  const allowed = account.republish === 'full' ? said : firstWords(said, QUOTE_WORDS);
  const words = account.republish === 'title' ? '' : allowed || instead;
  return html`${outletLink(account, view)}${words !== '' && html`: <q${languageOf(account.language)} dir="auto">${words}</q>`}`;
}
