import type { Store } from '../domain/store.ts';
import type { Example } from '../domain/topic.ts';
import { detectLanguage } from '../text/language.ts';
import { type Draft, draftTopic } from '../watchlist/draft/draft.ts';
import type { DraftDocument } from '../watchlist/draft/mentions.ts';

/** More shows nothing new, and would have to be held in memory. */
const BACKGROUND_MOST = 2_000;

/** Drafts a topic from documents, against what is ordinary. @param background may be empty */
export function draftFrom(documents: readonly Example[], background: readonly DraftDocument[]): Draft {
  return draftTopic(documents.map(documentOf), background.slice(0, BACKGROUND_MOST));
}

/** An example as the draft of a topic reads it, in the language it states or shows. */
export function documentOf({ title, text, language }: Example): DraftDocument {
  return { title, text, language: detectLanguage(`${title}\n${text}`, { stated: language }) };
}

/** What is ordinary in the corpus: articles in the order of arrival, as they are held there. */
export async function backgroundOf(store: Store): Promise<readonly DraftDocument[]> {
  const found: DraftDocument[] = [];
  for await (const { title, summary, text, language } of store.arrivals('')) {
    found.push({ title, text: text ?? summary, language });
    if (found.length >= BACKGROUND_MOST) break;
  }
  return found;
}
