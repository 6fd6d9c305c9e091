import { parseOpml } from 'feedsmith';
import { expect, test } from 'vitest';

import { renderOpml, sourceFolders } from '../../src/publish/formats/opml.ts';
import { renderShared } from '../../src/publish/render.ts';
import * as sample from './samples.ts';

const outlines = (opml: string) => parseOpml(opml).body?.outlines ?? [];

test('feeds.opml lists the feeds of a topic in a folder, by their full addresses where those are known', () => {
  const files = renderShared(
    [sample.views([])],
    [],
    sample.publishing({ baseUrl: 'https://feeds.example.org/ties/' }),
  );
  const [folder] = outlines(files.find(({ name }) => name === 'feeds.opml')?.content ?? '');
  expect(folder?.text).toBe('Russia–North Korea ties');
  expect(folder?.outlines?.map(({ type, text, xmlUrl }) => [type, text, xmlUrl])).toEqual([
    ['rss', 'Russia–North Korea ties: updates', 'https://feeds.example.org/ties/russia-dprk.updates.atom'],
    ['rss', 'Russia–North Korea ties', 'https://feeds.example.org/ties/russia-dprk.atom'],
    ['rss', 'Russia–North Korea ties: articles', 'https://feeds.example.org/ties/russia-dprk.articles.atom'],
    ['rss', 'Russia–North Korea ties: Kursk', 'https://feeds.example.org/ties/russia-dprk/tags/kursk.atom'],
  ]);
});

test('sources are exported in folders by kind or by language, with their titles and languages', () => {
  const byKind = outlines(renderOpml('sources', sourceFolders(sample.sources, 'kind')));
  const byLanguage = outlines(renderOpml('sources', sourceFolders(sample.sources, 'language')));
  expect(byKind.map(({ text }) => text)).toEqual(['agency', 'press', 'state-agency']);
  expect(byLanguage.map(({ text }) => text)).toEqual(['en', 'ko']);
  expect(byLanguage[1]?.outlines?.[0]).toMatchObject({
    text: 'Hangang Daily',
    title: 'Hangang Daily',
    xmlUrl: 'https://hangang-daily.example/feed.xml',
    language: 'ko',
  });
});

test('an exported address keeps the names of its secrets, but neither user info nor local paths', () => {
  const secret = ['https://me:word@news.example/feed?key=$', '{KEY}&n=1'].join('');
  const folders = sourceFolders(
    [sample.source('a', { url: secret }), sample.source('b', { url: 'file:///home/keeper/feed.xml' })],
    'kind',
  );
  expect(folders.flatMap((folder) => folder.outlines.map(({ xmlUrl }) => xmlUrl))).toEqual([
    secret.replace('me:word@', ''),
  ]);
});

test('titles may hold anything', () => {
  const title = 'R&D "news" <b>\u0000 ]]>';
  const [folder] = outlines(
    renderOpml(title, [
      {
        title,
        outlines: [{ title, xmlUrl: 'https://a.example/?a=1&b=2', description: null, language: null }],
      },
    ]),
  );
  expect(folder?.outlines?.[0]).toMatchObject({
    text: 'R&D "news" <b> ]]>',
    xmlUrl: 'https://a.example/?a=1&b=2',
  });
});
