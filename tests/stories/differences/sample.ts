import type { Difference } from '../../../src/domain/comparison.ts';
import type { Account } from '../../../src/stories/account.ts';
import { differences } from '../../../src/stories/differences/differences.ts';

const ZONES: Readonly<Record<string, string>> = {
  en: 'Europe/Berlin',
  ru: 'Europe/Moscow',
  ko: 'Asia/Seoul',
};

/** An account of invented news, written on Thursday 5 March 2026 unless said otherwise. */
export function account(articleId: string, text: string, more: Partial<Account> = {}): Account {
  const language = more.language ?? languageOf(text);
  const published = more.published === undefined ? '2026-03-05T07:00:00.000Z' : more.published;
  return {
    articleId,
    title: { en: 'News from the region', ru: 'Новости области', ko: '지역 소식' }[language] ?? 'News',
    text,
    language,
    published,
    firstSeen: published ?? '2026-03-05T07:30:00.000Z',
    timezone: ZONES[language] ?? 'UTC',
    url: null,
    outlet: `The ${articleId}`,
    outletKind: 'press',
    ...more,
  };
}

function languageOf(text: string): string {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  return /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en';
}

/** The differences of two texts, as `kind/nature: value | value`. */
export function told(one: string, other: string): readonly string[] {
  return differences([account('one', one), account('other', other)], []).map(shown);
}

export const shown = ({ kind, nature, values }: Difference): string =>
  `${kind}/${nature}: ${values.map(({ value }) => value).join(' | ')}`;
