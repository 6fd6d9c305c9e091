import { createHash } from 'node:crypto';

import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';

import { renderShared } from '../../src/publish/render.ts';
import * as sample from './samples.ts';

const korean = sample.article('korean', {
  sourceId: 'hangang-daily',
  url: 'https://hangang.example/7',
  language: 'ko',
  title: '북러, 유격대 기념비 제막',
});
const topic = { ...sample.topic, title: 'Ties <between> "two" & more' };
const stories = [
  sample.story([sample.view(sample.article('unveiled'))]),
  sample.story([sample.view(korean)]),
];
const [page] = renderShared([{ ...sample.views(stories), topic }], [], sample.publishing());
const { document } = parseHTML(page?.content ?? '');
const all = (selector: string) => [...document.querySelectorAll(selector)];

test('the page offers each feed for discovery, the recommended one first', () => {
  const found = all('link[rel=alternate]').map((link) => [
    link.getAttribute('href'),
    link.getAttribute('title'),
  ]);
  expect(found).toEqual([
    ['russia-dprk.updates.atom', 'Ties <between> "two" & more: updates'],
    ['russia-dprk.atom', 'Ties <between> "two" & more'],
    ['russia-dprk.articles.atom', 'Ties <between> "two" & more: articles'],
    ['russia-dprk/tags/kursk.atom', 'Ties <between> "two" & more: Kursk'],
  ]);
});

test('the page links every format of a feed', () => {
  expect(all('.formats a').map((link) => link.getAttribute('href'))).toEqual(
    expect.arrayContaining(['russia-dprk.atom', 'russia-dprk.rss.xml', 'russia-dprk.json']),
  );
});

test('the page lists the latest stories in their languages, with the day, and never how long ago', () => {
  const items = all('.stories li');
  expect(items.map((item) => item.querySelector('bdi')?.getAttribute('lang')).sort()).toEqual(['en', 'ko']);
  expect(items.map((item) => item.querySelector('time')?.textContent)).toEqual(['2026-03-01', '2026-03-01']);
});

test('the page allows itself nothing but its own style', () => {
  const policy =
    document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
  const style = document.querySelector('style')?.textContent ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(policy).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
  expect(all('script, [style], img, iframe')).toEqual([]);
});

test('the page says so where nothing is watched or nothing has come yet', () => {
  const [empty] = renderShared([], [], sample.publishing());
  const [quiet] = renderShared([sample.views([])], [], sample.publishing());
  expect(empty?.content).toContain('No topic is watched yet.');
  expect(quiet?.content).toContain('None yet.');
});
