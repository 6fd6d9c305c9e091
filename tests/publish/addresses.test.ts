import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { feedAddress, publicAddress } from '../../src/publish/addresses.ts';
import { source } from './samples.ts';

describe('an address is published', () => {
  test('only where it is absolute and of the web', () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///a',
      '/a',
      'news.example',
      '',
      null,
    ]) {
      expect(publicAddress(address), String(address)).toBeNull();
    }
    expect(publicAddress('https://news.example/a?b=1&c=2#d')).toBe('https://news.example/a?b=1&c=2#d');
  });

  test('without user info, and of characters that an IRI may hold', () => {
    expect(publicAddress('https://me:word@news.example/')).toBe('https://news.example/');
    expect(publicAddress('https://news.example/?q={a}|b')).toBe('https://news.example/?q=%7Ba%7D%7Cb');
  });

  test('so that publishing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = publicAddress(url);
        expect(publicAddress(once)).toBe(once);
      }),
    );
  });
});

test('the address of a feed is not published where it is private, local or holds a secret', () => {
  const secret = ['https://news.example/feed?key=$', '{KEY}'].join('');
  expect(feedAddress(source('a', { url: 'https://news.example/feed' }))).toBe('https://news.example/feed');
  expect(feedAddress(source('a', { private: true }))).toBeNull();
  expect(feedAddress(source('a', { url: 'file:///home/keeper/feed.xml' }))).toBeNull();
  expect(feedAddress(source('a', { url: secret }))).toBeNull();
});
