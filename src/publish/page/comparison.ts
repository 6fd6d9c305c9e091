import type {
  Comparison,
  Difference,
  DifferenceNature,
  Origin,
  OriginSign,
  Quoted,
  SoleClaim,
} from '../../domain/comparison.ts';
import type { Account } from '../entries/account.ts';
import { firstWords, line } from '../plain-text.ts';
import { outletLink, outletList } from './headline.ts';
import { type Html, html, joined } from './html.ts';
import { languageOf } from './parts.ts';
import type { PageView, Told } from './view.ts';

/** On what the accounts of a story differ, and what only one has; each with its quote. */
export function differencesHtml(comparison: Comparison, all: readonly Told[], view: PageView): Html {
  const shown = shownOf(all, view);
  return html`${differenceTable(comparison.differences, shown)}${soleClaimsHtml(comparison, shown)}`;
}

/** Whom the accounts go back to. */
export function originsHtml(comparison: Comparison, all: readonly Told[], view: PageView): Html {
  return originTree(comparison, shownOf(all, view));
}

interface Shown {
  readonly byId: ReadonlyMap<string, Told>;
  readonly view: PageView;
}

const shownOf = (all: readonly Told[], view: PageView): Shown => ({
  byId: new Map(all.map((told) => [told.account.article.id, told])),
  view,
});

/** Accounts that are quoted side by side; of more, only the outlets are named. */
const QUOTED = 3;

/** List items: the first accounts as they are to be shown, the others by their outlets. */
function firstOf<Said extends Quoted>(
  said: readonly Said[],
  shown: Shown,
  item: (one: Said) => Html,
): readonly Html[] {
  const others = accountsOf(said.slice(QUOTED), shown);
  return [
    ...said.slice(0, QUOTED).map((one) => html`<li>${item(one)}</li>`),
    ...(others.length > 0 ? [html`<li class="others">also ${outletList(others, shown.view)}</li>`] : []),
  ];
}

const accountsOf = (said: readonly Pick<Quoted, 'articleId'>[], { byId }: Shown): readonly Account[] =>
  said.flatMap(({ articleId }) => byId.get(articleId)?.account ?? []);

function differenceTable(differences: readonly Difference[], shown: Shown): Html | null {
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
          ? firstOf(quotes, shown, (quoted) => quotedHtml(quoted, shown))
          : html`<li><a href="${shown.view.links.story(story)}">another story</a></li>`
      }</ul></td></tr>`,
  )}</tbody>`;
}

function soleClaimsHtml({ soleClaims }: Comparison, shown: Shown): Html | null {
  if (soleClaims.length === 0) return null;
  return html`<section aria-labelledby="sole">
<h2 id="sole">Only in one account</h2>
<ul class="claims">${soleClaims.map((claim) => html`<li>${claimHtml(claim, shown)}</li>`)}</ul>
</section>`;
}

function claimHtml(claim: SoleClaim, shown: Shown): Html {
  const said = quotedHtml(claim, shown, line(claim.text));
  return html`${said}${claim.speaker !== undefined && html` <span class="soft">(<bdi>${line(claim.speaker)}</bdi> is quoted)</span>`}`;
}

const SIGNS: Readonly<Record<OriginSign, string>> = {
  attribution: 'names it',
  dateline: 'in its dateline',
  source: 'published by it',
  link: 'links to it',
  passage: 'shares a passage with it',
};

/** Origins as a tree: whom the accounts go back to, and under each the accounts that do. */
function originTree({ origins, unnamed, lostAttributions }: Comparison, shown: Shown): Html {
  const nameless = accountsOf(
    unnamed.map((articleId) => ({ articleId })),
    shown,
  );
  return html`<section aria-labelledby="origins">
<h2 id="origins">Who says so</h2>
<ul class="tree">
${origins.map((origin) => originHtml(origin, shown))}
${
  nameless.length > 0 &&
  html`<li><span class="soft">Origin not named</span><ul><li>${outletList(nameless, shown.view)}</li></ul></li>`
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
  )}</span><ul>${firstOf(
    accounts,
    shown,
    (account) => html`${quotedHtml(account, shown)} <small class="inline">${SIGNS[account.how]}</small>`,
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
