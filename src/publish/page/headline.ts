import type { TagGiven } from '../../domain/verdict.ts';
import type { ArticleView, StoryView } from '../../domain/view.ts';
import type { Account } from '../entries/account.ts';
import { labelOf } from '../entries/tags.ts';
import { conceptNames, entryTitle } from '../entries/title.ts';
import { firstWords, line } from '../plain-text.ts';
import { type Html, html, joined } from './html.ts';
import { foreign } from './parts.ts';
import { type PageView, tellersOf } from './view.ts';

const TITLE_WORDS = 40;

/** An article's title in its own language; a state agency's is led by its name. */
export function headline({ article, outlet, stateAgency, language }: Account): Html {
  const title = firstWords(line(article.title), TITLE_WORDS) || '(no title)';
  return html`${stateAgency && `${outlet}: `}${foreign(title, language)}`;
}

/** A story's title as plain text, for the head of its page: as in a feed, where nothing can say its language. */
export function headlineText(story: StoryView, view: PageView): string {
  const { lead } = tellersOf(story, view);
  return entryTitle(lead.account, lead.view.judgement, view.topic, view.publishing.settings.languages);
}

/** What an article in a language the reader does not prefer names, in the reader's; null: the reader can read it. */
export function gloss({ judgement }: ArticleView, { language }: Account, view: PageView): Html | null {
  const { languages } = view.publishing.settings;
  if (language === 'und' || languages.includes(language)) return null;
  const names = conceptNames(judgement, view.topic, languages);
  return html`<p class="gloss">${languageName(language)}${names.length > 0 && `: ${names.join(', ')}`}</p>`;
}

/** An outlet and its language, linked to the page of its account, or else to the account itself. */
export function outletLink({ article, outlet, language, address }: Account, view: PageView): Html {
  const href = view.links.article(article.id) ?? address;
  const name = html`<bdi>${firstWords(outlet, OUTLET_WORDS)}</bdi>`;
  return html`${href === null ? name : html`<a href="${href}">${name}</a>`} <span class="lang">${language}</span>`;
}

const OUTLET_WORDS = 8;

/**
 * Outlets in the order of their accounts, each once and linked to the first of its own: `Strait Wire en (2), Brae Post en and 3
 * more`.
 */
export function outletList(
  accounts: readonly Account[],
  view: PageView,
  most = Number.POSITIVE_INFINITY,
): Html {
  const outlets = byOutlet(accounts);
  const links = outlets.slice(0, most).map(([first, ...others]) => {
    return html`${outletLink(first, view)}${others.length > 0 && ` (${others.length + 1})`}`;
  });
  const more = outlets.length - links.length;
  return html`${joined(links, ', ')}${more > 0 && ` and ${more} more`}`;
}

type OfOneOutlet = readonly [Account, ...Account[]];

const byOutlet = (accounts: readonly Account[]): readonly OfOneOutlet[] => [
  ...(Map.groupBy(
    accounts,
    ({ outlet, language }) => `${outlet} ${language}`,
  ).values() as Iterable<OfOneOutlet>),
];

/** The tags given, each once, in the order of the topic, as a list of links. */
export function tagChips(
  given: readonly TagGiven[],
  view: PageView,
  most = Number.POSITIVE_INFINITY,
): Html | null {
  const terms = new Set(given.map(({ tag }) => tag));
  const tags = view.topic.tags.filter(({ id }) => terms.has(id)).slice(0, most);
  if (tags.length === 0) return null;
  const chips = tags.map((tag) => {
    const href = view.links.tagged(tag.id);
    const label = labelOf(tag);
    return html`<li>${href === null ? html`<span class="chip">${label}</span>` : html`<a class="chip" href="${href}">${label}</a>`}</li>`;
  });
  return html`<ul class="chips" aria-label="Tags">${chips}</ul>`;
}

/** Facts on one line, those that are not null. */
export function facts(parts: readonly (Html | string | null)[]): Html {
  return html`<p class="facts">${joined(
    parts.filter((part) => part !== null),
    ' · ',
  )}</p>`;
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** `Korean` */
export function languageName(language: string): string {
  try {
    return LANGUAGES.of(language) ?? language;
  } catch {
    return language; // not a language tag
  }
}
