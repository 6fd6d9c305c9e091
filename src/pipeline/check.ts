import type { Source } from '../domain/source.ts';
import type { Language } from '../domain/time.ts';
import { readSource } from './refresh.ts';
import type { Services } from './services.ts';

/** What a source holds at this moment. */
export type Checked =
  | {
      readonly ok: true;
      readonly title: string | null;
      readonly language: Language | null;
      /** Newest first; `date` as a day, or empty. */
      readonly items: readonly { readonly date: string; readonly title: string }[];
      readonly skipped: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** Reads a source as a run would, without validators, and stores nothing. */
export async function checkSource(services: Services, source: Source): Promise<Checked> {
  const ports = { clock: services.clock, fetcher: await services.fetcher(), reader: await services.reader() };
  const { state, items, skipped, document } = await readSource(source, null, ports);
  if (!document?.ok) return { ok: false, message: state.message ?? `${source.url} could not be read` };
  const dated = items.map(({ title, published }) => ({ date: published?.slice(0, 10) ?? '', title }));
  const newestFirst = dated.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return {
    ok: true,
    title: document.feed.title,
    language: document.feed.language,
    items: newestFirst,
    skipped,
  };
}

/** Reads an address that is no source yet. */
export const checkAddress = (services: Services, url: string): Promise<Checked> =>
  checkSource(services, {
    id: 'new',
    url,
    title: url,
    language: null,
    kind: 'other',
    timezone: 'UTC',
    fullText: false,
    republish: 'excerpt',
    paywalled: false,
    private: false,
    disabled: null,
  });
