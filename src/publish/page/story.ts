import type { StoryView } from '../../domain/view.ts';
import { excerptOf, statedDate } from '../entries/account.ts';
import { countsLine } from '../entries/compared.ts';
import { whyAccepted } from '../entries/why.ts';
import { firstWords, line } from '../plain-text.ts';
import { differencesHtml, originsHtml } from './comparison.ts';
import { facts, gloss, headline, outletLink, outletList, tagChips } from './headline.ts';
import { type Html, html, joined } from './html.ts';
import { counted, day, languageOf, moment } from './parts.ts';
import { type PageView, shownComparison, type Told, tellersOf } from './view.ts';

const LEAD_WORDS = 160;
/** Characters that hold so many words. */
const READ = 6_000;

/**
 * A story: its lead, on what the accounts differ and what only one has, who says so, and how it was told.
 *
 * @param acts what a keeper can do with it; null: nothing here.
 */
export function storyMain(story: StoryView, view: PageView, acts: Html | null): Html {
  const { lead, all } = tellersOf(story, view);
  const languages = new Set(all.map(({ account }) => account.language));
  const comparison = shownComparison(story, view);
  const { opened, updated } = story.story;
  const accounts = all.map(({ account }) => account);
  const tags = tagChips(
    [lead, ...all].flatMap((told) => told.view.judgement.tags),
    view,
  );
  return html`<article class="story">
<header>
<h1>${headline(lead.account)}</h1>
${gloss(lead.view, lead.account, view)}
${facts([countsLine(accounts, comparison), languages.size > 1 ? counted(languages.size, 'language') : null])}
${facts([html`Opened ${moment(opened)}`, updated === opened ? null : html`last news ${moment(updated)}`])}
</header>
<div class="parts">
<div>${leadHtml(lead, view)}${comparison !== null && differencesHtml(comparison, all, view)}</div>
<div class="beside">
${comparison !== null && originsHtml(comparison, all, view)}
${tags !== null && html`<section aria-labelledby="tags"><h2 id="tags">Tags</h2>${tags}</section>`}
<section aria-labelledby="why"><h2 id="why">Why it is here</h2><p>${whyAccepted(lead.view.judgement, view.topic, lead.account)}</p></section>
</div>
<div>
<section aria-labelledby="timeline">
<h2 id="timeline">How it was told</h2>
<ol class="timeline">${timeline(story, all, view)}</ol>
</section>
${acts}
</div>
</div>
</article>`;
}

function leadHtml({ account }: Told, view: PageView): Html {
  const excerpt = leadText(account);
  const own = view.links.article(account.article.id);
  return html`<section class="lead" aria-label="Lead">
${excerpt !== null && html`<blockquote${languageOf(account.language)} dir="auto"><p>${excerpt}</p></blockquote>`}
<p class="small">${account.outlet}, ${day(statedDate(account.article))}${
    account.address !== null && html` · <a href="${account.address}" rel="noreferrer">read it there</a>`
  }${own !== null && html` · <a href="${own}">why it is here</a>`}</p>
</section>`;
}

/** The beginning of the lead: of its text where that may be shown, which says more than the summary. */
function leadText(account: Told['account']): string | null {
  const { article, republish } = account;
  const whole = republish === 'full' ? line((article.text ?? '').slice(0, READ)) : '';
  return whole === '' ? excerptOf(account, LEAD_WORDS) : firstWords(whole, LEAD_WORDS);
}

/** As they are dated; of one moment, as they joined. */
function inOrder(all: readonly Told[]): readonly Told[] {
  return all.toSorted((a, b) => {
    const [first, second] = [statedDate(a.account.article), statedDate(b.account.article)];
    return first < second ? -1 : first > second ? 1 : 0;
  });
}

/** Retellings that follow one another and are shown one by one; more of them are folded into one line. */
const UNFOLDED = 3;
/** Outlets that line names; the others show when it is opened. */
const FOLDED_OUTLETS = 8;

function timeline(story: StoryView, all: readonly Told[], view: PageView): readonly Html[] {
  const bringing = new Set(story.developments.map(({ articleId }) => articleId));
  const retells = (told: Told | undefined): boolean =>
    told !== undefined && !bringing.has(told.account.article.id);
  const runs: Told[][] = [];
  for (const told of inOrder(all)) {
    const last = runs.at(-1);
    if (last !== undefined && retells(last[0]) && retells(told)) last.push(told);
    else runs.push([told]);
  }
  return runs.flatMap((run) => {
    const items = run.map((told) => accountItem(told, story, view));
    return run.length > UNFOLDED ? [foldedItem(run, items, view)] : items;
  });
}

function foldedItem(run: readonly Told[], items: readonly Html[], view: PageView): Html {
  const accounts = run.map(({ account }) => account);
  const ends = [accounts[0], accounts.at(-1)].flatMap((account) =>
    account === undefined ? [] : [moment(statedDate(account.article))],
  );
  return html`<li class="retells">
<p class="when">${joined(ends, ' – ')}</p>
<p>${outletList(accounts, view, FOLDED_OUTLETS)}</p>
<details><summary>${counted(run.length, 'retelling')}</summary><ol class="timeline">${items}</ol></details>
</li>`;
}

function accountItem(told: Told, { developments }: StoryView, view: PageView): Html {
  const { account } = told;
  const { article, address, language } = account;
  const brought = developments.filter(({ articleId }) => articleId === article.id);
  const href = view.links.article(article.id) ?? address;
  const title = headline(account);
  return html`<li class="${brought.length > 0 ? 'brings' : 'retells'}">
<p class="when">${moment(statedDate(article))}</p>
<p>${outletLink(account, view)} <span class="badge">${roleOf(brought)}</span></p>
<p class="title">${href === null ? title : html`<a href="${href}">${title}</a>`}</p>
${gloss(told.view, account, view)}
${brought.map(({ text }) =>
  text === '' || account.republish === 'title'
    ? null
    : html`<p class="news"${languageOf(language)} dir="auto">${line(text)}</p>`,
)}
</li>`;
}

function roleOf(brought: StoryView['developments']): string {
  const kinds = new Set(brought.map(({ kind }) => kind));
  if (kinds.has('opening')) return 'first seen';
  if (kinds.has('fact')) return 'adds';
  return kinds.has('origin') ? 'new origin' : 'retelling';
}
