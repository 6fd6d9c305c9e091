import { describe, expect, test } from 'vitest';
import type { FetchOutcome } from '../../src/domain/source.ts';
import { readRobots, robotsAddress } from '../../src/ingest/robots.ts';

const ADDRESS = 'https://harbour.example/robots.txt';
const PAGE = 'https://harbour.example/2026/ferry?print=1';
const fetched = (text: string): FetchOutcome => ({
  kind: 'fetched',
  body: new TextEncoder().encode(text),
  contentType: 'text/plain',
  contentLanguage: null,
  url: ADDRESS,
  movedTo: null,
  validators: { etag: null, lastModified: null },
  freshFor: null,
});
const failed = (status: number | null): FetchOutcome => ({
  kind: 'failed',
  reason: status === null ? 'timeout' : 'http',
  status,
  message: 'it failed',
  retryAt: null,
});

test('robots.txt is at the root of the page’s scheme, host and port', () => {
  expect(robotsAddress('http://harbour.example:8080/a/b?c#d')).toBe('http://harbour.example:8080/robots.txt');
});

describe('robots.txt', () => {
  test('is obeyed as it speaks to all, where it does not speak to topicwatch', () => {
    const robots = readRobots(
      fetched('User-agent: *\nDisallow: /*print=\nAllow: /2025/\nCrawl-delay: 4'),
      ADDRESS,
    );
    expect(robots.allows(PAGE)).toBe(false);
    expect(robots.allows('https://harbour.example/2026/ferry')).toBe(true);
    expect(robots.delaySeconds).toBe(4);
  });

  test('is obeyed as it speaks to topicwatch, and then only so', () => {
    const text = 'User-agent: *\nDisallow: /\n\nUser-agent: TopicWatch\nDisallow: /private/';
    const robots = readRobots(fetched(text), ADDRESS);
    expect(robots.allows(PAGE)).toBe(true);
    expect(robots.allows('https://harbour.example/private/a')).toBe(false);
  });

  test('says nothing of other hosts, so that nothing there is allowed by it', () => {
    expect(readRobots(fetched(''), ADDRESS).allows('https://elsewhere.example/')).toBe(false);
  });

  test.each([[404], [401], [403]])('allows everything where the answer is %i', (status) => {
    expect(readRobots(failed(status), ADDRESS).allows(PAGE)).toBe(true);
  });

  test('allows everything where it is gone', () => {
    expect(readRobots({ kind: 'gone', message: 'gone' }, ADDRESS).allows(PAGE)).toBe(true);
  });

  test.each([[429], [500], [503], [null]])('allows nothing for now where the answer is %s', (status) => {
    expect(readRobots(failed(status), ADDRESS).allows(PAGE)).toBe(false);
    expect(readRobots(failed(status), ADDRESS).isKnown).toBe(false);
  });

  test('may be anything, and is read to its limit', () => {
    const junk = `\0<html>\nUser-agent\nDisallow: /\nUser-agent: __proto__\nDisallow: /\n${'x'.repeat(600_000)}\nUser-agent: *\nDisallow: /`;
    expect(readRobots(fetched(junk), ADDRESS).allows(PAGE)).toBe(true);
  });
});
