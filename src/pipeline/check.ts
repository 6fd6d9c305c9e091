import type { Extent, Item } from '../domain/article.ts';
import type { FeedDocument } from '../domain/document.ts';
import type { Source } from '../domain/source.ts';
import type { Language } from '../domain/time.ts';
import { documentFacts } from '../ingest/schedule.ts';
import { readSource } from './refresh.ts';
import type { Services } from './services.ts';

/** What a feed holds at this moment. */
export interface Held {
  readonly title: string | null;
  readonly language: Language | null;
  /** Newest first; `date` as a day, or empty. */
  readonly items: readonly { readonly date: string; readonly title: string; readonly url: string | null }[];
  /** How much most of its items hold. */
  readonly extent: Extent;
  readonly skipped: readonly string[];
}

/** What came of reading a source. */
export type Checked = ({ readonly ok: true } & Held) | { readonly ok: false; readonly message: string };

/** Reads a source as a run would, without validators, and stores nothing. */
export async function checkSource(services: Services, source: Source): Promise<Checked> {
  const ports = { clock: services.clock, fetcher: await services.fetcher(), reader: await services.reader() };
  const { state, items, skipped, document } = await readSource(source, null, ports);
  if (!document?.ok) return { ok: false, message: state.message ?? `${source.url} could not be read` };
  return { ok: true, ...heldBy(document, items, skipped) };
}

/** What a document that was read holds, in short. */
export function heldBy(document: FeedDocument, items: readonly Item[], skipped: readonly string[]): Held {
  const facts = documentFacts(document, '');
  const dated = items.map(({ title, published, url }) => ({
    date: published?.slice(0, 10) ?? '',
    title,
    url,
  }));
  return {
    title: document.feed.title,
    language: document.feed.language,
    items: dated.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
    extent: facts.kind === 'read' ? facts.extent : 'title',
    skipped,
  };
}
