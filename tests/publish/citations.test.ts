import { describe, expect, test } from 'vitest';

import { citationOf } from '../../src/publish/citations/citation.ts';
import { type CitationFormatName, citationFormats } from '../../src/publish/citations/formats.ts';
import { sha256 } from '../../src/text/fingerprints.ts';
import * as sample from './samples.ts';

const cite = (more: Parameters<typeof sample.article>[1] = {}) =>
  citationOf(sample.view(sample.article('cited', more)), sample.topic, sample.publishing());
const korean = {
  sourceId: 'hangang-daily',
  url: 'https://hangang.example/7?a=1&b=2',
  language: 'ko',
  title: '북러, “유격대” 기념비 제막',
  authors: ['김기자', '박기자'],
  text: '기념비가 세워졌다.',
};
const write = (format: CitationFormatName, ...citations: readonly ReturnType<typeof cite>[]) => {
  const { head, item, separator, tail } = citationFormats[format];
  return head + citations.map(item).join(separator) + tail;
};

describe('a citation', () => {
  test('carries outlet, original title, language, the date the article states, when it was retrieved and a hash of the text', () => {
    expect(cite(korean)).toMatchObject({
      outlet: 'Hangang Daily',
      title: '북러, “유격대” 기념비 제막',
      language: 'ko',
      stated: '2026-03-01T09:30:00.000Z',
      retrieved: '2026-03-01T10:00:00.000Z',
      textHash: sha256('기념비가 세워졌다.'),
      tags: ['Belousov', 'monuments'],
    });
    expect(cite({ published: null }).stated).toBeNull();
  });

  test('names the publisher where a search feed brought the article', () => {
    const found = cite({ publisher: { name: 'River Post', url: null } });
    expect(found).toMatchObject({ outlet: 'River Post', via: 'Harbour Wire' });
    expect(write('ris', found)).toContain('retrieved 2026-03-01T10:00:00.000Z through Harbour Wire; SHA-256');
    expect(cite(korean).via).toBeNull();
  });

  test('says that it was revised since it was retrieved', () => {
    expect(write('ris', cite({ revision: 3 }))).toContain(
      'retrieved 2026-03-01T10:00:00.000Z, and revised since (revision 3); SHA-256',
    );
  });

  test('quotes no more than the source lets be shown again', () => {
    const body = 'One sentence of the body, which is longer than the title.';
    expect(cite({ text: body, summary: '' })).toMatchObject({ excerpt: body, text: null });
    expect(cite({ text: body, summary: '', sourceId: 'open-gazette' })).toMatchObject({
      excerpt: body,
      text: body,
    });
    expect(cite({ text: body, sourceId: 'north-agency' })).toMatchObject({ excerpt: null, text: null });
    expect(cite({ authors: ['A Quiet Author'], sourceId: 'inner-letter' })).toMatchObject({
      outlet: 'a private source',
      url: null,
      authors: [],
      excerpt: null,
    });
  });
});

describe('citations', () => {
  test('as JSON lines keep one article a line, whatever its text holds', () => {
    const odd = cite({ sourceId: 'open-gazette', text: 'two\nlines \u2028 and a "quote"' });
    const lines = write('jsonl', odd, cite(korean)).split('\n');
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[0] ?? '')).toEqual(odd);
  });

  test('as CSL-JSON are one array with dates in parts', () => {
    const [first, second] = JSON.parse(write('csl-json', cite(korean), cite({ published: null })));
    expect(first).toMatchObject({
      type: 'article-newspaper',
      'container-title': 'Hangang Daily',
      author: [{ literal: '김기자' }, { literal: '박기자' }],
      issued: { 'date-parts': [[2026, 3, 1]] },
      accessed: { 'date-parts': [[2026, 3, 1]] },
      URL: 'https://hangang.example/7?a=1&b=2',
      note: expect.stringContaining(sha256('기념비가 세워졌다.')),
    });
    expect(second).not.toHaveProperty('issued');
    expect(JSON.parse(write('csl-json'))).toEqual([]);
  });

  test('as CSV quote what must be quoted and let no title run as a formula', () => {
    const csv = write('csv', cite({ title: '=HYPERLINK("https://evil.example"), said, the paper' }));
    const [head, row] = csv.split('\r\n');
    expect(head).toBe(
      'id,topic,outlet,authors,title,language,url,stated,retrieved,revision,textHash,tags,decision,score,excerpt,via',
    );
    expect(row).toContain(`,"'=HYPERLINK(""https://evil.example""), said, the paper",en,`);
    expect(row).toContain(',Belousov; monuments,accepted,0.82,');
  });

  test('as RIS have one field a line and end each record', () => {
    const ris = write('ris', cite(korean)).split('\r\n');
    expect(ris).toEqual(
      expect.arrayContaining([
        'TY  - NEWS',
        'TI  - 북러, “유격대” 기념비 제막',
        'T2  - Hangang Daily',
        'AU  - 김기자',
        'AU  - 박기자',
        'DA  - 2026/03/01',
        'LA  - ko',
        'UR  - https://hangang.example/7?a=1&b=2',
        'KW  - monuments',
        'ER  - ',
      ]),
    );
  });

  test('as BibTeX escape what TeX would read as its own', () => {
    const bib = write(
      'bibtex',
      cite({ title: '100% of {R&D} costs $5_000 #1 ~ \\end', authors: ['Kim, A', 'Søn'] }),
    );
    expect(bib).toContain(
      'title = {{100\\% of \\{R\\&D\\} costs \\$5\\_000 \\#1 \\textasciitilde{} \\textbackslash{}end}},',
    );
    expect(bib).toContain('author = {{Kim, A} and {Søn}},');
    expect(write('bibtex', cite({ url: 'https://hangang.example/a_b?x={1}&y=%20' }))).toContain(
      'url = {https://hangang.example/a_b?x=%7B1%7D&y=%20},',
    );
    expect(bib).toMatch(/^@misc\{[0-9a-f-]{36},\n/);
    expect(write('bibtex', cite({ published: null }))).not.toContain('year');
  });

  test('as Markdown are a list with links, dates and hashes', () => {
    expect(write('md', cite(korean))).toBe(
      `- Hangang Daily: [북러, “유격대” 기념비 제막](<https://hangang.example/7?a=1&b=2>) [ko], 2026-03-01; ` +
        `retrieved 2026-03-01T10:00:00.000Z; SHA-256 \`${sha256('기념비가 세워졌다.')}\`\n\n` +
        `  > ${sample.MONUMENT}\n`,
    );
  });
});
