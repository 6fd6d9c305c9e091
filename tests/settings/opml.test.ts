import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN_SOURCE, type Source } from '../../src/domain/source.ts';
import { type FolderBy, renderOpml, sourceFolders } from '../../src/publish/formats/opml.ts';
import { mintSourceId } from '../../src/settings/mint.ts';
import { sourcesFromOpml } from '../../src/settings/opml.ts';
import { ID_PATTERN } from '../../src/settings/schema/parts.ts';
import { refusal } from './folder.ts';

const opml = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>`;

describe('a list of feeds from a reader', () => {
  it('gives a source for each feed, in folders of any depth', () => {
    const { sources, skipped } = sourcesFromOpml(
      opml(`
        <outline text="News"><outline text="Ports &amp; ships">
          <outline type="rss" text="Harbour" title="Harbour Gazette" xmlUrl="https://harbour.example/feed" htmlUrl="https://harbour.example/" language="en-us"/>
          <outline text="Заозёрский листок" xmlUrl="https://listok.example/rss" language="ru"/>
        </outline></outline>
        <outline text="하늘나루신문" xmlUrl="feed://haneulnaru.example/rss"/>
        <outline xmlUrl="feed:https://www.granite-post.example/rss"/>
        <outline text="a note"/>`),
      'mine.opml',
      [],
    );
    expect(skipped).toEqual([]);
    expect(sources).toEqual([
      {
        id: 'harbour-gazette',
        url: 'https://harbour.example/feed',
        title: 'Harbour Gazette',
        language: 'en',
        folder: 'News/Ports & ships',
      },
      {
        id: 'zaozerskiy-listok',
        url: 'https://listok.example/rss',
        title: 'Заозёрский листок',
        language: 'ru',
        folder: 'News/Ports & ships',
      },
      { id: 'haneulnalusinmun', url: 'http://haneulnaru.example/rss', title: '하늘나루신문' },
      { id: 'granite-post-example', url: 'https://www.granite-post.example/rss' },
    ]);
  });

  it('leaves out what is known, stands twice, is not on the web, or asks for a secret', () => {
    const { sources, skipped } = sourcesFromOpml(
      opml(`<outline text="Known" xmlUrl="https://known.example/rss"/>
        <outline text="Twin" xmlUrl="https://twin.example/rss"/>
        <outline text="Twin" xmlUrl="https://twin.example/rss"/>
        <outline text="Local" xmlUrl="file:///etc/passwd"/>
        <outline text="Script" xmlUrl="javascript:alert(1)"/>
        <outline text="Thief" xmlUrl="https://thief.example/?k=\${TOPICWATCH_TOKEN}"/>
        <outline text="Known" xmlUrl="https://other.example/rss"/>`),
      'mine.opml',
      [{ id: 'known', url: 'https://known.example/rss' }],
    );
    expect(sources.map(({ id }) => id)).toEqual(['twin', 'known-2']);
    expect(skipped).toEqual([
      { title: 'Known', reason: 'it is there already' },
      { title: 'Twin', reason: 'it is there already' },
      { title: 'Local', reason: 'its address is not on the web' },
      { title: 'Script', reason: 'its address is not on the web' },
      { title: 'Thief', reason: 'its address asks for a secret of yours; add it by hand' },
    ]);
  });

  it.each([
    ['a page', '<html><body>no</body></html>', 'it is no OPML'],
    ['nothing', '', 'it is no OPML'],
    [
      'entities upon entities',
      `<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${opml('<outline text="&b;"/>')}`,
      'it declares a document type',
    ],
  ])('is refused where it is %s', async (_, text, says) => {
    expect((await refusal(() => sourcesFromOpml(text, 'mine.opml', []))).message).toContain(
      `mine.opml: ${says}`,
    );
  });
});

describe('sources that go out as OPML and come back', () => {
  const source = (id: string, over: Partial<Source>): Source => ({
    ...PLAIN_SOURCE,
    id,
    url: `https://${id}.example/rss`,
    title: id,
    ...over,
  });
  const back = (sources: readonly Source[], by: FolderBy) =>
    sourcesFromOpml(renderOpml('mine', sourceFolders(sources, by)), 'mine.opml', []).sources;

  it('keep titles, languages, kinds and folders in folders', () => {
    const sources = [
      source('brae-ports', { language: 'en', folder: 'News/Ports & ships', title: 'Brae, “the ports”' }),
      source('caldmoor', { language: 'ko', folder: 'News', title: '하늘나루신문' }),
      source('listok', { language: 'ru', kind: 'state-press', title: 'Заозёрский листок' }),
      source('plain', { kind: 'agency' }),
    ];
    expect(back(sources, 'folder')).toMatchObject([
      { title: 'Brae, “the ports”', language: 'en', folder: 'News/Ports & ships' },
      { title: '하늘나루신문', language: 'ko', folder: 'News' },
      { title: 'plain', kind: 'agency' },
      { title: 'Заозёрский листок', language: 'ru', kind: 'state-press' },
    ]);
  });

  it('take no language for a folder of their own', () => {
    const [returned] = back([source('listok', { language: 'ru' })], 'language');
    expect(returned).toEqual({
      id: 'listok',
      url: 'https://listok.example/rss',
      title: 'listok',
      language: 'ru',
    });
  });
});

describe('the id of a new source', () => {
  it('is always one, and new, whatever the title and the address', () => {
    fc.assert(
      fc.property(fc.option(fc.string({ unit: 'grapheme' })), fc.webUrl(), (title, url) => {
        const id = mintSourceId(title, url, new Set());
        expect(id).toMatch(ID_PATTERN);
        expect(id.length).toBeLessThanOrEqual(64);
        expect(mintSourceId(title, url, new Set([id]))).not.toBe(id);
      }),
    );
  });

  it('is cut between words, and never one of the program', () => {
    const title = 'The Quarterly Review of Harbours, Lighthouses and Breakwaters';
    expect(mintSourceId(title, 'https://q.example/', new Set())).toBe('the-quarterly-review-of-harbours');
    expect(mintSourceId('Health', 'https://h.example/', new Set())).toBe('health-2');
    expect(mintSourceId(null, 'https://www.h.example/rss', new Set())).toBe('h-example');
  });
});
