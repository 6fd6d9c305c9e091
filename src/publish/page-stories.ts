import type { Comparison } from '../domain/comparison.ts';
import type { StoryView } from '../domain/store.ts';
import { excerptOf } from './account.ts';
import { facts, gloss, headline, outletLink, tagChips } from './page-headline.ts';
import { type Html, html, joined } from './page-html.ts';
import { counted, day, languageOf } from './page-parts.ts';
import { type PageView, type Told, tellersOf } from './page-view.ts';
import { line } from './plain-text.ts';

const EXCERPT_WORDS = 34;
const OUTLETS = 5;
const TAGS = 6;

/** Stories as a list, in the order given: when, what, who tells it, what is new. */
export function storyList(stories: readonly StoryView[], view: PageView): Html {
  if (stories.length === 0) return html`<p class="soft">No stories yet.</p>`;
  return html`<ol class="stories">${stories.map((story) => storyItem(story, view))}</ol>`;
}

function storyItem(story: StoryView, view: PageView): Html {
  const { lead, all } = tellersOf(story, view);
  const excerpt = excerptOf(lead.account, EXCERPT_WORDS);
  const tags = [lead, ...all].flatMap((told) => told.view.judgement.tags);
  return html`<li>
<p class="when">${day(story.story.updated)}</p>
<article>
<h3><a href="${view.links.story(story.story.id)}">${headline(lead.account)}</a></h3>
${gloss(lead.view, lead.account, view)}
${excerpt !== null && html`<p class="excerpt"${languageOf(lead.account.language)} dir="auto">${excerpt}</p>`}
${news(story, all)}
${facts([counted(all.length, 'account'), ...comparisonFacts(story.comparison)])}
${facts([outlets(all, view)])}
${tagChips(tags, view, TAGS)}
</article>
</li>`;
}

/** What was learned last, where that was more than the opening, and may be quoted. */
function news({ developments }: StoryView, all: readonly Told[]): Html | null {
  const newest = developments.at(-1);
  if (newest === undefined || newest.kind === 'opening') return null;
  const teller = all.find(({ account }) => account.article.id === newest.articleId);
  const text = teller === undefined || teller.account.republish === 'title' ? '' : line(newest.text);
  const label = newest.kind === 'origin' ? 'New origin' : 'New';
  return html`<p class="news"><span class="badge">${label}</span> <span${languageOf(teller?.account.language ?? 'und')} dir="auto">${text}</span></p>`;
}

function outlets(all: readonly Told[], view: PageView): Html {
  const shown = all.slice(0, OUTLETS).map(({ account }) => outletLink(account, view));
  const more = all.length - shown.length;
  return html`${joined(shown, ', ')}${more > 0 && ` and ${more} more`}`;
}

/** `1 named origin, a party to the event`, `differs on 2 points`: what comparing found; nothing where it found nothing. */
export function comparisonFacts(comparison: Comparison | null): readonly string[] {
  if (comparison === null) return [];
  const { origins } = comparison;
  const parties = origins.filter(({ party }) => party).length;
  const differing = differencesOf(comparison).length;
  return [
    ...(origins.length === 0
      ? ['origin not named']
      : [`${counted(origins.length, 'named origin')}${partyWords(parties, origins.length)}`]),
    ...(differing === 0 ? [] : [`differs on ${counted(differing, 'point')}`]),
  ];
}

function partyWords(parties: number, origins: number): string {
  if (parties === 0) return '';
  if (origins === 1) return ', a party to the event';
  return parties === origins ? ', all parties to the event' : `, ${parties} of them parties to the event`;
}

/** The differences that count as such: not other spellings, rounder numbers or later figures, nor what lies in the past. */
export function differencesOf({ differences }: Comparison): Comparison['differences'] {
  return differences.filter(({ nature, background }) => nature === 'differs' && !background);
}
