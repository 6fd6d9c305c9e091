import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import RssParser from 'rss-parser';
import { expect, test } from 'vitest';

import type { Topic } from '../../src/domain/topic.ts';
import { SCRIPT } from '../../src/publish/page/script.ts';
import { renderShared, renderTopic } from '../../src/publish/render.ts';
import * as sample from './samples.ts';
import { atomProblems, entriesOf, jsonFeedProblems, rssProblems, strictXml, text } from './validate.ts';

const TEXTS = [
  '',
  ' \t ',
  '\u0000\u0001\u0008\u001f\u007f\u0085\ufffe\uffff',
  'a\ud800b\udc00c',
  'end of CDATA ]]> and ]]>]]>',
  '<![CDATA[ x ]]>',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '&amp; &amp;lt; &#0; &nosuch; &',
  'line\nbreak\u2028and\u2029more\r\n',
  '\u202eright to left',
  '</title></feed>',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "e">]>',
  '\u{1f600}'.repeat(40),
  'x'.repeat(5_000),
  '__proto__',
  '=HYPERLINK("https://evil.example")',
];
const ADDRESSES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '/relative/path',
  '',
  'https://',
  'https://user:secret@news.example/a?b="<>\'&c=]]>',
  'https://news.example/{a}|b\\c^d`e?f={g}|h^i`#{j}',
  'https://новости.example/путь?я=ё',
  'http://[::1]:8080/x',
  'https://news.example/\u0000\ud800',
];
const hostile = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 60 }));
const address = fc.oneof(fc.constantFrom(...ADDRESSES), fc.webUrl({ withQueryParameters: true }));

const input = fc.record({
  title: hostile,
  summary: hostile,
  outlet: hostile,
  author: hostile,
  label: hostile,
  quote: hostile,
  news: hostile,
  topicTitle: hostile,
  message: hostile,
  url: address,
  sourceUrl: address,
});
type Input = typeof input extends fc.Arbitrary<infer T> ? T : never;

function published(from: Input) {
  const source = sample.source('outlet', { title: from.outlet, url: from.sourceUrl, republish: 'full' });
  const topic: Topic = {
    ...sample.topic,
    title: from.topicTitle,
    description: from.topicTitle,
    tags: [{ ...sample.kursk, label: from.label }],
  };
  const written = { title: from.title, summary: from.summary, url: from.url, authors: [from.author] };
  const reasons = sample.verdict().reasons.map((reason) => ({ ...reason, quote: from.quote }));
  const view = (name: string) =>
    sample.view(sample.article(name, { ...written, sourceId: source.id }), { reasons, flip: from.message }, [
      'kursk',
    ]);
  const [first, second] = [view('first'), view('second')];
  const story = sample.story(
    [first, second],
    [{ place: 1, at: '2026-03-02T00:00:00.000Z', text: from.news }],
  );
  const views = { ...sample.views([story], [first]), topic };
  const publishing = sample.publishing({ baseUrl: 'https://feeds.example.org/' }, [source]);
  const trouble = { source, health: 'broken', since: '2026-03-01T00:00:00.000Z', message: from.message };
  return [...renderTopic(views, publishing), ...renderShared([views], [trouble], publishing)];
}

test('nothing that comes from outside breaks a published file or gets out of its place', async () => {
  const parser = new RssParser();
  await fc.assert(
    fc.asyncProperty(input, async (from) => {
      for (const { name, content } of published(from)) {
        expect(content.isWellFormed(), name).toBe(true);
        if (name.endsWith('.atom')) {
          expect(atomProblems(content), name).toEqual([]);
          for (const entry of entriesOf(content))
            expect(escapes(text(entry, 'content'), CONTENT)).toEqual([]);
          expect((await parser.parseString(content)).items.length, name).toBeGreaterThan(0);
        } else if (name.endsWith('.rss.xml')) {
          expect(rssProblems(content), name).toEqual([]);
          expect((await parser.parseString(content)).items.length, name).toBeGreaterThan(0);
        } else if (name.endsWith('.json')) {
          expect(jsonFeedProblems(content), name).toEqual([]);
          for (const item of JSON.parse(content).items)
            expect(escapes(item.content_html, CONTENT)).toEqual([]);
        } else if (name.endsWith('.opml')) strictXml(content);
        else expect(escapes(content, PAGE), name).toEqual([]);
        expect(content, name).not.toContain('secret@');
      }
    }),
    { numRuns: 150 },
  );
});

const CONTENT = ['p', 'a', 'strong', 'blockquote'];
const PAGE =
  'html head meta title link style script body header footer nav main aside section article h1 h2 h3 p a ul ol li div span b small bdi blockquote time figure figcaption svg rect path'.split(
    ' ',
  );
const ATTRIBUTES = new Set(
  'href lang dir class id rel type title name content charset http-equiv datetime data-form tabindex role aria-label aria-labelledby viewbox preserveaspectratio x y d width height vector-effect'.split(
    ' ',
  ),
);
/** Its own: the icon that is none, and places within the page. */
const OWN_ADDRESSES = ['data:,', '#main', '#russia-dprk-feeds', '../../index.html#russia-dprk'];

/** Elements, attributes and addresses in a piece of HTML that topicwatch does not write itself. */
function escapes(html: string, allowed: readonly string[]): readonly string[] {
  const found: string[] = [];
  const scripts: string[] = [];
  let within = '';
  const parser = new Parser({
    ontext(text) {
      if (within === 'script') scripts[scripts.length - 1] += text;
    },
    onclosetag() {
      within = '';
    },
    onopentag(name, attributes) {
      within = name;
      if (name === 'script') scripts.push('');
      if (!allowed.includes(name)) found.push(name);
      for (const [key, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES.has(key)) found.push(`${name} ${key}`);
        if (key === 'href' && !OWN_ADDRESSES.includes(value) && !/^(https?:\/\/|[a-z0-9./-]+$)/.test(value))
          found.push(`${name} ${value}`);
      }
    },
  });
  parser.end(html);
  return [...found, ...scripts.filter((script) => script !== SCRIPT)];
}

test('texts arrive in Atom, RSS and JSON Feed as they were written', async () => {
  const title = 'Ministers & “guests” <b>stand</b> by &amp; watch: 3 > 2, a]]>b';
  const files = published({
    title,
    summary: '',
    outlet: 'R&D <News>',
    author: 'O’Neil & Søn',
    label: 'a < b & c',
    quote: 'x',
    news: '',
    topicTitle: 'Q&A',
    message: 'x',
    url: 'https://news.example/?a=1&b=2&amp;c=3',
    sourceUrl: 'https://news.example/feed',
  });
  const named = (name: string) => files.find((file) => file.name === name)?.content ?? '';
  const parser = new RssParser();
  const atom = await parser.parseString(named('russia-dprk.articles.atom'));
  const rss = await parser.parseString(named('russia-dprk.articles.rss.xml'));
  const json = JSON.parse(named('russia-dprk.articles.json'));
  const link = 'https://news.example/?a=1&b=2&amp;c=3';
  expect(atom.items[0]).toMatchObject({ title, link, author: 'O’Neil & Søn' });
  expect(rss.items[0]).toMatchObject({
    title,
    link,
    creator: 'O’Neil & Søn',
    categories: [{ _: 'a < b & c' }],
  });
  expect(json.items[0]).toMatchObject({
    title,
    url: link,
    authors: [{ name: 'O’Neil & Søn' }],
    tags: ['a < b & c'],
  });
});
