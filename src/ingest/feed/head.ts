import type { FeedHead, FeedScope, Generator, Image, PollingHints } from '../../domain/document.ts';
import { webUrl } from '../../text/url.ts';
import { attributeOf, childrenOf, type Element, type Fields, firstText, textOf } from './elements.ts';
import type { FeedRecord } from './records.ts';
import { type RichText, readRichText, type Scoped, scopeOf } from './rich-text.ts';
import { readFirst, readScope, type Surroundings } from './scope.ts';

/** The feed itself, from its channel. */
export function readHead(record: FeedRecord, around: Surroundings): FeedHead {
  return { ...readFeedScope(record, around), polling: readPolling(record.fields) };
}

/** The feed an entry was taken from: RSS `source` (a title and the feed's address), Atom `atom:source`. */
export function readSource(element: Element, around: Surroundings): FeedScope {
  const fields: Fields = (name) => childrenOf(element, name);
  const scope = readFeedScope({ fields, attributes: {} }, { ...around, ...scopeOf(element, around) });
  const title = scope.title ?? (textOf(element) || null);
  return { ...scope, title, link: scope.link ?? webUrl(attributeOf(element, 'url'), around.base) };
}

function readFeedScope(record: FeedRecord, around: Surroundings): FeedScope {
  const { fields } = record;
  const subtitle = readSubtitle(fields, around);
  const address = (name: string): string | null => webUrl(firstText(fields, name), around.base);
  return {
    ...readScope(record, around),
    subtitle: subtitle && around.clean(subtitle),
    subtitleType: subtitle?.type ?? null,
    subtitleLanguage: subtitle?.language ?? null,
    image: readImage(fields, around),
    icon: address('icon'),
    logo: address('logo'),
    generator: readGenerator(fields('generator')[0], around),
  };
}

function readSubtitle(fields: Fields, around: Surroundings): RichText | null {
  const stated = readFirst(fields, around, ['subtitle', 'tagline'], 'guess');
  if (stated) return stated;
  const untyped = around.isAtom ? 'text' : 'html';
  const bodies = fields('body').filter((body) => !attributeOf(body, 'of')?.startsWith('content'));
  const texts = bodies.map((body) => readRichText(body, around, untyped)).filter(({ value }) => value !== '');
  return texts[0] ?? readFirst(fields, around, ['itunes:subtitle'], 'guess');
}

function readImage(fields: Fields, around: Scoped): Image | null {
  for (const element of fields('image')) {
    const child = (name: string): string | null => textOf(childrenOf(element, name)[0]) || null;
    const url = webUrl(child('url') ?? attributeOf(element, 'resource'), scopeOf(element, around).base);
    if (url) return { url, title: child('title'), link: webUrl(child('link'), around.base) };
  }
  const itunes = [...fields('itunes:image'), ...fields('media:thumbnail')];
  const url = itunes
    .map((it) => webUrl(attributeOf(it, 'href') ?? attributeOf(it, 'url'), around.base))
    .find((address) => address !== null);
  return url ? { url, title: null, link: null } : null;
}

function readGenerator(element: Element | undefined, around: Scoped): Generator | null {
  if (element === undefined) return null;
  const url = webUrl(
    attributeOf(element, 'uri') ?? attributeOf(element, 'url') ?? attributeOf(element, 'resource'),
    scopeOf(element, around).base,
  );
  return { name: textOf(element) || null, url, version: attributeOf(element, 'version') };
}

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 3_600,
  daily: 86_400,
  weekly: 7 * 86_400,
  monthly: 30 * 86_400,
  yearly: 365 * 86_400,
};
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** RSS 2.0 `ttl`, `skipHours` and `skipDays`; the syndication module of RSS 1.0. */
function readPolling(fields: Fields): PollingHints {
  const ttl = Number(firstText(fields, 'ttl'));
  const period = PERIODS[firstText(fields, 'sy:updatePeriod')?.toLowerCase() ?? ''] ?? 0;
  const frequency = Number(firstText(fields, 'sy:updateFrequency') ?? 1);
  const asked = [ttl * 60, period / (frequency >= 1 ? frequency : 1)].filter((seconds) => seconds > 0);
  const listed = (list: string, item: string): readonly string[] =>
    fields(list)
      .flatMap((element) => childrenOf(element, item))
      .map(textOf);
  return {
    every: asked.length === 0 ? null : Math.round(Math.max(...asked)),
    // RSS 0.91 counts hours from 1 to 24, RSS 2.0 from 0 to 23: 24 is midnight in both.
    skipHours: unique(
      listed('skipHours', 'hour')
        .filter((hour) => /^\d{1,2}$/.test(hour))
        .map((hour) => Number(hour) % 24),
    ),
    skipDays: unique(listed('skipDays', 'day').map((day) => DAYS.indexOf(day.toLowerCase()))).filter(
      (day) => day >= 0,
    ),
  };
}

const unique = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)];
