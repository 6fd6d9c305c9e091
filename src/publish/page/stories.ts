import type { StoryView } from '../../domain/view.ts';
import { excerptOf } from '../entries/account.ts';
import { countsLine } from '../entries/compared.ts';
import { newsSinceOpening } from '../entries/story-entry.ts';
import { line } from '../plain-text.ts';
import { facts, gloss, headline, outletList, tagChips } from './headline.ts';
import { type Html, html } from './html.ts';
import { day, languageOf } from './parts.ts';
import { type PageView, shownComparison, type Told, tellersOf } from './view.ts';

const EXCERPT_WORDS = 34;
const OUTLETS = 5;
const TAGS = 6;

/** Stories as a list, in the order given: when, what, who tells it, what is new. */
export function storyList(stories: readonly StoryView[], view: PageView): Html {
  if (stories.length === 0)
    return html`<p class="soft">No stories yet: each run polls the sources, and what is on the topic shows here.</p>`;
  return html`<ol class="stories">${stories.map((story) => storyItem(story, view))}</ol>`;
}

function storyItem(story: StoryView, view: PageView): Html {
  const { lead, all } = tellersOf(story, view);
  const accounts = all.map(({ account }) => account);
  const excerpt = excerptOf(lead.account, EXCERPT_WORDS);
  const tags = [lead, ...all].flatMap((told) => told.view.judgement.tags);
  return html`<li>
<p class="when">${day(story.story.updated)}</p>
<article>
<h3><a href="${view.links.story(story.story.id)}">${headline(lead.account)}</a></h3>
${gloss(lead.view, lead.account, view)}
${excerpt !== null && html`<p class="excerpt"${languageOf(lead.account.language)} dir="auto">${excerpt}</p>`}
${news(story, all, excerpt ?? '')}
${all.length > 1 && facts([countsLine(accounts, shownComparison(story, view))])}
${facts([outletList(accounts, view, OUTLETS)])}
${tagChips(tags, view, TAGS)}
</article>
</li>`;
}

/**
 * What was learned last, where that was more than the opening and the excerpt above does not tell it already; the title of
 * its account where that is all there is to quote.
 */
function news({ developments }: StoryView, all: readonly Told[], excerpt: string): Html | null {
  const newest = newsSinceOpening(developments).at(-1);
  if (newest === undefined || newest.kind === 'opening') return null;
  const teller = all.find(({ account }) => account.article.id === newest.articleId);
  if (teller === undefined) return null;
  const { language, republish } = teller.account;
  const text = republish === 'title' ? '' : line(newest.text);
  if (text !== '' && excerpt.includes(text)) return null;
  const said =
    text === '' ? headline(teller.account) : html`<span${languageOf(language)} dir="auto">${text}</span>`;
  return html`<p class="news"><span class="badge">${newest.kind === 'origin' ? 'New origin' : 'New'}</span> ${said}</p>`;
}
