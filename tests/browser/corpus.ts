import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/domain/article.ts';
import type { ChangeSet } from '../../src/domain/change.ts';
import type { Comparison } from '../../src/domain/comparison.ts';
import type { Story } from '../../src/domain/story.ts';
import type { Reason } from '../../src/domain/verdict.ts';
import type { Home } from '../end-to-end/program.ts';
import { NOTHING, uuid } from '../store/samples.ts';
import { LIGHTHOUSE, OTHERS, type Text } from './texts.ts';

const TOPIC = 'caldmoor-brae';
const NOW = Date.parse('2026-03-06T12:00:00.000Z');
const HOUR = 60 * 60 * 1000;
const at = (hoursAgo: number): string => new Date(NOW - hoursAgo * HOUR).toISOString();

/** A topic with sides, tags and names in several scripts, and outlets of several kinds; all of them invented. */
export function settle(home: Home): void {
  const place = (id: string, names: Readonly<Record<string, readonly string[]>>) => ({
    id,
    title: id === 'brae' ? 'Brae' : 'Caldmoor',
    concepts: [{ id, kind: 'place', names }],
  });
  const topic = {
    id: TOPIC,
    title: 'Caldmoor and Brae',
    description: 'What the two harbour towns on the strait do together, and what others say of it.',
    facets: [
      place('caldmoor', {
        en: ['Caldmoor'],
        ru: ['Колдмур'],
        ko: ['콜드무어'],
        ar: ['كالدمور'],
        ja: ['コールドムーア'],
      }),
      place('brae', { en: ['Brae'], ru: ['Брэй'], ko: ['브레이'], ar: ['براي'], ja: ['ブレイ'] }),
    ],
    concepts: [
      { id: 'lighthouse', kind: 'event', names: { en: ['lighthouse'] } },
      { id: 'ferries', kind: 'idea', names: { en: ['ferry', 'ferries'] } },
    ],
    tags: [
      { id: 'lighthouse', label: 'The lighthouse', feed: true },
      { id: 'ferries', label: 'Ferries' },
    ],
  };
  const source = (id: string, title: string, language: string, kind: string, more: object = {}) => ({
    id,
    url: `https://${id}.example/feed`,
    title,
    language,
    kind,
    ...more,
  });
  writeFileSync(join(home.config, 'topics', `${TOPIC}.yaml`), JSON.stringify(topic));
  writeFileSync(
    join(home.config, 'sources.yaml'),
    JSON.stringify([
      source('strait-wire', 'Strait Wire', 'en', 'agency'),
      source('brae-evening', 'Brae Evening Post', 'en', 'press'),
      source('harbour-office', 'Harbour Office of Brae', 'en', 'government', { republish: 'title' }),
      source('mayak', 'Маяк пролива', 'ru', 'press'),
      source('badaro', '바다로신문', 'ko', 'press'),
      source('almina', 'الميناء', 'ar', 'press'),
      source('minato', '港日報', 'ja', 'press'),
      source(
        'wochenblatt',
        'Wochenblatt für Binnenschifffahrtsgesellschaften und Küstenbewohner',
        'de',
        'press',
      ),
    ]),
  );
}

/** The lighthouse in seven accounts and five languages, a hostile article, a near miss, and a month of small stories. */
export function corpus(): readonly ChangeSet[] {
  const lighthouse = LIGHTHOUSE.map((text, index) => article(index + 1, text));
  const others = OTHERS.map((text, index) => article(index + 20, text));
  const small = Array.from({ length: 24 }, (_, index) => article(index + 40, smallNews(index)));
  const ids = lighthouse.map(({ id }) => id);
  const told: Story = {
    ...storyOf(lighthouse, at(70)),
    updated: at(20),
  };
  const developments = [
    ['opening', 0, 70, ''],
    ['fact', 2, 44, 'The keeper will be paid by both towns.'],
    ['origin', 3, 20, ''],
  ] as const;
  const first: ChangeSet = {
    ...accepted([...small, ...lighthouse, ...others]),
    stories: [...small, ...others].map((each) => storyOf([each], each.firstSeen)).concat(told),
    developments: [
      ...[...small, ...others].map((each, index) =>
        development(index + 100, each.id, each.id, each.firstSeen),
      ),
      ...developments.map(([kind, place, hours, text], index) => ({
        ...development(index, told.id, ids[place] ?? '', at(hours)),
        storyId: told.id,
        kind,
        text,
      })),
    ],
    comparisons: [{ storyId: told.id, comparison: comparison(ids) }],
  };
  const [edited] = lighthouse;
  const revised = edited && {
    ...edited,
    revision: 2,
    contentHash: 'edited',
    title: 'Caldmoor and Brae light a lighthouse of both towns',
    text: (edited.text ?? '').replace('forty metres', 'forty-two metres'),
  };
  const nearMiss = article(90, {
    sourceId: 'strait-wire',
    language: 'en',
    hours: 5,
    title: 'Brae repaints its harbour wall',
    text: 'The wall had been grey for years.\nIt is to be white, as it was on old prints.',
  });
  return [
    first,
    ...(revised ? [{ ...NOTHING, at: at(10), articles: [revised] }] : []),
    {
      ...accepted([nearMiss]),
      stories: [],
      developments: [],
      judgements: [{ ...judged(nearMiss), decision: 'review', score: 0.47 }],
    },
  ];
}

/** The id of the story of the lighthouse, of its first account, and of the hostile article. */
export const SHOWN = { story: uuid(0x5001), article: uuid(1), hostile: uuid(20), nearMiss: uuid(90) };

function article(n: number, { sourceId, language, hours, title, text }: Text): Article {
  const url = `https://${sourceId}.example/${n}?a=1&b="2"`;
  return {
    id: uuid(n),
    sourceId,
    url,
    keys: [`guid:${sourceId}:${n}`, `url:${url}`],
    contentHash: `hash of ${n}`,
    title,
    summary: text.split('\n')[0] ?? '',
    text,
    html: null,
    language,
    authors: n === 1 ? ['Ada Quill'] : [],
    categories: [],
    enclosures: [],
    published: at(hours + 1),
    updated: null,
    publisher: null,
    firstSeen: at(hours),
    revision: 1,
  };
}

function smallNews(index: number): Text {
  const hours = 90 + index * 24 + ((index * 7) % 5) * 30;
  return {
    sourceId: index % 3 === 0 ? 'brae-evening' : 'strait-wire',
    language: 'en',
    hours,
    title: `Ferry ${index + 1} between Caldmoor and Brae is on time`,
    text: `The ferry left Caldmoor at eight and came in at Brae before nine.\nIt carried ${index + 30} people.`,
  };
}

function accepted(articles: readonly Article[]): ChangeSet {
  return {
    ...NOTHING,
    at: at(0),
    articles,
    keys: articles.flatMap(({ id, keys }) => keys.map((key) => ({ key, articleId: id }))),
    sightings: articles.map(({ id, sourceId, url, firstSeen }) => ({
      articleId: id,
      sourceId,
      url,
      seen: firstSeen,
    })),
    judgements: articles.map(judged),
  };
}

function judged({ id, title, text }: Article): ChangeSet['judgements'][number] {
  const named = (rule: string, quote: string, weight: number): Reason[] =>
    `${title} ${text}`.includes(quote)
      ? [
          {
            rule: `concept:${rule}`,
            facets: weight > 0 ? [rule] : [],
            field: title.includes(quote) ? 'title' : 'text',
            quote,
            count: 1,
            weight,
            learned: false,
          },
        ]
      : [];
  return {
    articleId: id,
    topicId: TOPIC,
    topicHash: 'hash of the topic',
    decision: 'accepted',
    score: 0.82,
    acceptAt: 0.5,
    reviewAt: 0.4,
    reasons: ['Caldmoor', 'Brae', 'Колдмур', 'Брэй', '콜드무어', '브레이', 'كالدمور', 'براي']
      .flatMap((quote, index) => named(index % 2 === 0 ? 'caldmoor' : 'brae', quote, 0.4))
      .concat(named('lighthouse', 'lighthouse', 0)),
    missing: [],
    nearest: null,
    flip: 'It would have been rejected if it did not name Brae.',
    judged: 'full',
    tags: [
      ...(/lighthouse|маяк|등대|منارة|灯台/i.test(`${title} ${text}`)
        ? [{ tag: 'lighthouse', because: 'lighthouse' }]
        : []),
      ...(/ferry/i.test(title) ? [{ tag: 'ferries', because: 'ferry' }] : []),
    ],
  };
}

function storyOf(articles: readonly Article[], opened: string): Story {
  const [first, ...rest] = articles.map(({ id }) => id);
  if (first === undefined) throw new Error('a story has an article');
  const n = Number.parseInt(first.slice(-12), 16);
  return {
    id: uuid(0x5000 + n),
    topicId: TOPIC,
    leadId: first,
    articleIds: [first, ...rest],
    opened,
    updated: opened,
    listed: true,
  };
}

function development(
  n: number,
  storyId: string,
  articleId: string,
  moment: string,
): ChangeSet['developments'][number] {
  return { id: uuid(0xd000 + n), storyId, topicId: TOPIC, articleId, kind: 'opening', at: moment, text: '' };
}

function comparison(ids: readonly string[]): Comparison {
  const by = (place: number, quote: string) => ({ articleId: ids[place] ?? '', quote });
  return {
    differences: [
      {
        kind: 'number',
        nature: 'differs',
        subject: 'height of the tower',
        background: false,
        values: [
          { value: '40 metres', quotes: [by(0, 'It is forty metres high.'), by(4, '높이는 40미터이다.')] },
          { value: '38 metres', quotes: [by(3, 'Высота башни — 38 метров.')] },
        ],
      },
      {
        kind: 'name',
        nature: 'spelling',
        subject: 'keeper’s name',
        background: false,
        values: [
          { value: 'Orla Fenn', quotes: [by(2, 'Its keeper is Orla Fenn.')] },
          { value: 'Orla Fen', quotes: [by(1, 'Orla Fen keeps the light.')] },
        ],
      },
      {
        kind: 'date',
        nature: 'differs',
        subject: 'the first lighthouse burnt down',
        background: true,
        values: [
          { value: '1911', quotes: [by(0, 'The first burnt down in 1911.')] },
          { value: '1912', quotes: [by(5, 'احترقت المنارة الأولى عام 1912.')] },
        ],
      },
    ],
    soleClaims: [
      { kind: 'deed', text: 'both towns pay the keeper', ...by(2, 'The keeper will be paid by both towns.') },
    ],
    origins: [
      {
        name: 'Harbour Office of Brae',
        conceptId: null,
        kind: 'government',
        party: true,
        accounts: [
          { ...by(0, 'the Harbour Office said'), how: 'attribution' },
          { ...by(3, 'сообщило портовое управление'), how: 'attribution' },
          { ...by(6, 'Harbour Office of Brae'), how: 'source' },
        ],
      },
      {
        name: 'Strait Wire',
        conceptId: null,
        kind: 'agency',
        party: false,
        accounts: [{ ...by(4, '[브레이=해협통신]'), how: 'dateline' }],
      },
    ],
    unnamed: [ids[1] ?? '', ids[5] ?? ''],
    lostAttributions: [
      { ...by(1, 'The light can be seen from eleven miles.'), origin: 'Harbour Office of Brae' },
    ],
  };
}
