import type { StoryView } from '../domain/store.ts';
import { excerptOf, statedDate } from './account.ts';
import { comparisonHtml } from './page-comparison.ts';
import { facts, gloss, headline, outletLink, tagChips } from './page-headline.ts';
import { type Html, html } from './page-html.ts';
import { counted, day, languageOf, moment } from './page-parts.ts';
import { comparisonFacts } from './page-stories.ts';
import { type PageView, type Told, tellersOf } from './page-view.ts';
import { line } from './plain-text.ts';
import { whyAccepted } from './why.ts';

const LEAD_WORDS = 160;

/**
 * A story: its lead, on what the accounts differ and what only one has, who says so, and how it was told.
 *
 * @param acts what a keeper can do with it; null: nothing here.
 */
export function storyMain(story: StoryView, view: PageView, acts: Html | null): Html {
  const { lead, all } = tellersOf(story, view);
  const languages = new Set(all.map(({ account }) => account.language));
  const { opened, updated } = story.story;
  return html`<article class="story">
<header>
<h1>${headline(lead.account)}</h1>
${gloss(lead.view, lead.account, view)}
${facts([
  counted(all.length, 'account'),
  languages.size > 1 ? counted(languages.size, 'language') : null,
  ...comparisonFacts(story.comparison),
])}
${facts([html`Opened ${moment(opened)}`, updated === opened ? null : html`last news ${moment(updated)}`])}
${tagChips(
  [lead, ...all].flatMap((told) => told.view.judgement.tags),
  view,
)}
</header>
${leadHtml(lead, view)}
${story.comparison !== null && comparisonHtml(story.comparison, all, view)}
<section aria-labelledby="timeline">
<h2 id="timeline">How it was told</h2>
<ol class="timeline">${inOrder(all).map((told) => accountItem(told, story, view))}</ol>
</section>
<p class="soft small">Why it is here: ${whyAccepted(lead.view.judgement, view.topic, lead.account)}.</p>
${acts}
</article>`;
}

function leadHtml({ account }: Told, view: PageView): Html {
  const excerpt = excerptOf(account, LEAD_WORDS);
  const own = view.links.article(account.article.id);
  return html`<section class="lead" aria-label="Lead">
${excerpt !== null && html`<blockquote${languageOf(account.language)} dir="auto"><p>${excerpt}</p></blockquote>`}
<p class="small">${account.outlet}, ${day(statedDate(account.article))}${
    account.address !== null && html` · <a href="${account.address}" rel="noreferrer">read it there</a>`
  }${own !== null && html` · <a href="${own}">why it is here</a>`}</p>
</section>`;
}

/** As they are dated; of one moment, as they joined. */
function inOrder(all: readonly Told[]): readonly Told[] {
  return all.toSorted((a, b) => {
    const [first, second] = [statedDate(a.account.article), statedDate(b.account.article)];
    return first < second ? -1 : first > second ? 1 : 0;
  });
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
  if (kinds.has('opening')) return 'first account';
  if (kinds.has('fact')) return 'adds';
  return kinds.has('origin') ? 'new origin' : 'retelling';
}
