import { createRequire } from 'node:module';

import type { Language } from '../domain/time.ts';

const require = createRequire(import.meta.url);

/**
 * Words that the collection lists although they are often what the news is about. (Lists made for web search hold country
 * codes, "states" and "system"; the Russian one holds Russia, Moscow, war and peace.)
 */
const NEWSWORTHY: Readonly<Record<Language, readonly string[]>> = {
  en: words(
    'bill case computer fire information interest interests invention ltd microsoft mine order orders ordered problem problems research states state system test tests un wells work works world young',
  ),
  ru: words(
    'белый вода война главный город дверь деньги дорога друг жизнь земля книга комната красный машина мир мира москва мор народ процентов путь работа работать ребенок россия русский ряд сила советский страна суд товарищ улица',
  ),
};

/** Common in news of any topic, and missing from the collection. */
const REPORTING: Readonly<Record<Language, readonly string[]>> = {
  en: words(
    'according accordingly including told reported reuter reuters monday tuesday wednesday thursday friday saturday sunday',
  ),
  ru: words(
    'заявил заявила сообщил сообщила сообщает сообщили словам также который отметил отметила понедельник вторник среду четверг пятницу субботу воскресенье',
  ),
  ko: words(
    '있다 없다 했다 밝혔다 말했다 전했다 대한 위한 있는 있다고 것으로 지난 이날 오전 오후 기자 이번 통해 따르면 한편',
  ),
};

const lists = new Map<Language, ReadonlySet<string>>();

/**
 * The words of a language that carry no topic, in lower case. Empty for a language without a list.
 * Taken from stopwords-iso, read when first asked for.
 */
export function stopWords(language: Language): ReadonlySet<string> {
  const known = lists.get(language);
  if (known) return known;
  const collection: Readonly<Record<Language, readonly string[]>> = require('stopwords-iso');
  const spared = new Set(NEWSWORTHY[language]);
  const listed = [...(collection[language] ?? []), ...(REPORTING[language] ?? [])];
  const list = new Set(listed.filter((word) => !spared.has(word)));
  lists.set(language, list);
  return list;
}

function words(line: string): readonly string[] {
  return line.split(' ');
}
