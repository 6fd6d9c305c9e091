import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Extraction, PageArticle } from '../../src/domain/page.ts';
import { extract } from '../../src/ingest/extract.ts';

const URL_OF_PAGE = 'https://harbour.example/2026/ferry';

function extraction(html: string | Uint8Array, contentType = 'text/html; charset=utf-8'): Extraction {
  const body = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  return extract({ body, contentType, url: URL_OF_PAGE });
}

function article(html: string | Uint8Array, contentType?: string): PageArticle {
  const found = extraction(html, contentType);
  if (found.kind === 'failed') throw new Error(found.message);
  return found.article;
}

const PARAGRAPHS = [
  'The ferry between Vell and Ostrava will sail again from Monday, the harbour office of Vell said, after a winter on the slip.',
  'Its hull was scraped, two of four engines were exchanged, and the ramp that jammed in October was welded anew in the yard.',
  'Crossings are planned for seven in the morning and six in the evening, and the fare stays at four crowns until the summer.',
  'Fishermen of Ostrava had asked for a third crossing at noon. The office answered that the crew is too small for that.',
  'The mayor of Vell, Irma Solberg, will be on board at the first crossing, together with pupils of both island schools.',
];
const BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');
const LONGER = Array.from(
  { length: 20 },
  (_, n) =>
    `<p>On day ${n} of the winter the yard wrote to the office that the hull would take another week.</p>`,
).join('');
const page = (inner: string, head = '') =>
  `<!doctype html><html lang="en-GB"><head><title>Ferry sails again - Harbour Gazette</title>${head}</head><body>${inner}</body></html>`;

describe('the text of a page', () => {
  test('is the article, a paragraph a line, without what stands around it', () => {
    const { text, html } = article(
      page(`
        <nav><ul><li><a href="/">Home</a></li><li><a href="/islands">Islands</a></li></ul></nav>
        <div class="breadcrumbs"><a href="/">Home</a> » <a href="/islands">Islands</a></div>
        <main><article>
          <h1>Ferry sails again</h1>
          <p class="byline">By Nora Quist</p><p>Published 3 March 2026</p>
          <figure><img src="/ferry.jpg"><figcaption>The ferry on the slip, seen from the mole in January</figcaption></figure>
          <div class="article-body">${BODY.replace('\n', '<p><a href="/ramp">Read more: why the ramp jammed in October</a></p>')}
            <div><img src="ramp.jpg"><div>The ramp, welded anew</div></div>
            <ul><li><a href="/a">All timetables of the islands</a></li><li><a href="/b">What the yard costs</a></li></ul>
            <p><em>Nora Quist writes on harbours and what floats in them.</em></p>
            <h3>More from the islands</h3>
          </div>
          <div class="newsletter-signup"><p>Get the islands in your mailbox every morning, free of charge and without any effort.</p></div>
        </article></main>
        <div id="related-stories"><p>Ostrava paints its lighthouse in the colours of the old ferry line, and not everybody likes it.</p></div>
        <div class="cookie-notice"><p>We use cookies to remember what you read; by staying you agree to the use of all of them.</p></div>
        <footer><p>© 2026 Harbour Gazette, all rights reserved, printed on the island of Vell since the year 1911.</p></footer>`),
    );
    expect(text.split('\n')).toEqual(PARAGRAPHS);
    expect(html).toContain(`<p>${PARAGRAPHS[0]}</p>`);
  });

  test('keeps what carries a clutter word in its name and most of the sentences all the same', () => {
    const { text } = article(
      page(`<div class="has-sidebar no-comments with-gallery"><article>${BODY}</article></div>`),
    );
    expect(text.split('\n')).toEqual(PARAGRAPHS);
  });

  test('leaves out the teasers of other articles', () => {
    const teaser = (n: number) =>
      `<article><h2>Number ${n}</h2><p>Somebody on the island of Ostrava did something for the ${n}th time this year.</p></article>`;
    const { text } = article(
      page(`<div class="grid"><article>${BODY}</article>${[1, 2, 3, 4].map(teaser).join('')}</div>`),
    );
    expect(text).not.toContain('Somebody on the island');
  });

  test('keeps quotes, sub-headings and lists of the article', () => {
    const { text } = article(
      page(
        `<article>${BODY}<h2>The fares</h2><ul><li>Grown-ups pay four crowns</li><li>Children pay <a href="/c">one</a> crown</li></ul>
        <blockquote><p>“We have waited for this since the storm of October,” said a baker of Ostrava on Monday morning.</p></blockquote>${BODY.replaceAll('ferry', 'boat')}</article>`,
      ),
    );
    expect(text).toContain('\nThe fares\nGrown-ups pay four crowns\nChildren pay one crown\n“We have waited');
  });

  test('is kept where it is set in italics throughout, or told in slides', () => {
    const italic = PARAGRAPHS.map((text) => `<p><em>${text}</em></p>`).join('');
    expect(article(page(`<article>${italic}</article>`)).text.split('\n')).toEqual(PARAGRAPHS);
    const slides = PARAGRAPHS.map((text) => `<div class="gallery-item"><p>${text}</p></div>`).join('');
    expect(article(page(`<article>${slides}</article>`)).text.split('\n')).toEqual(PARAGRAPHS);
  });

  test('is kept from its first sentence on, though that names a day', () => {
    const korean = [
      '2026년 3월 2일 하늘나루시 의회는 북쪽 다리를 놓는 협정에 서명했다고 밝혔다.',
      ...Array.from(
        { length: 6 },
        (_, n) => `다리의 ${n + 1}번째 기둥은 봄이 오기 전에 세워질 것이라고 담당자는 설명했다.`,
      ),
    ];
    const html = `<article><h1>다리</h1><p>입력 2026.03.03. 08:15</p>${korean.map((text) => `<p>${text}</p>`).join('')}</article>`;
    expect(article(page(html))).toMatchObject({ language: 'ko', text: korean.join('\n') });
  });

  test.each([
    ['Подпишитесь на наш канал', 'Нашли ошибку? Выделите её и нажмите Ctrl+Enter', 'Все права защищены.'],
    [
      '▶제보는 전화와 전자우편으로 받습니다',
      '<저작권자(c) 하늘나루신문, 무단 전재-재배포 금지>',
      '2026/03/03 08:15 송고',
    ],
    ['Folgen Sie uns auch im Netz', '© 2026 Hafenblatt', '* * *'],
  ])('ends before what the outlet says of itself: %s', (...notes) => {
    const after = notes.map((note) => `<p>${note.replace('<', '&lt;')}</p>`).join('');
    expect(article(page(`<article>${BODY}${after}</article>`)).text.split('\n')).toEqual(PARAGRAPHS);
  });

  test('keeps the town a report begins with, and a paragraph that a picture stands in', () => {
    const [first = '', second = ''] = PARAGRAPHS;
    const body = BODY.replace(first, `<span class="dateline">VELL —</span> ${first}`).replace(
      second,
      `<img src="/hull.jpg">${second}`,
    );
    const { text } = article(page(`<article>${body}</article>`));
    expect(text.split('\n')).toEqual([`VELL — ${first}`, ...PARAGRAPHS.slice(1)]);
  });

  test('keeps what is called after something it has not, or has', () => {
    const kept =
      'The lock keeper of Ostrava had warned of the ramp as early as in September, in two letters.';
    const named = `<div class="item no_caption"><p>${kept}</p></div><div class="has-gallery"><p>Twice ${kept}</p></div>`;
    expect(article(page(`<article>${BODY}${named}</article>`)).text).toContain(`${kept}\nTwice ${kept}`);
  });

  test('is without the cards of other articles between its paragraphs, and without its editors', () => {
    const card = `<div class="inline-box"><a href="/ramp"><h3>Материалы по теме:</h3><span>Как чинили рампу</span>
      <img src="/ramp.jpg"></a></div>`;
    const linked = '<p>Its <a href="/hull">hull</a> is of <a href="#steel">Ostrava steel</a>, they say.</p>';
    const body = `${BODY.replace('\n', card)}${linked}<p>（责任编辑：海李）</p>`;
    expect(article(page(`<article>${body}</article>`)).text.split('\n')).toEqual([
      ...PARAGRAPHS,
      'Its hull is of Ostrava steel, they say.',
    ]);
  });

  test('keeps each paragraph that has elements of its own round it, also one with links', () => {
    const linked =
      'The board published <a href="/report.pdf">a report on the ramp of Vell</a> and <a href="/letter">its letter</a> to the yard.';
    const boxes = [...PARAGRAPHS, linked].map(
      (text) => `<div class="block" data-type="text"><div class="block__text"><p>${text}</p></div></div>`,
    );
    const bare = boxes.map((box) => box.replace(/<\/?p>/g, ''));
    for (const body of [boxes, bare]) {
      const { text } = article(page(`<main><div class="blocks">${body.join('')}</div></main>`));
      expect(text.split('\n').at(-1)).toMatch(/^The board published a report .* to the yard\.$/);
    }
  });

  test.each([
    'In this March 3, 2026, file photo, the ferry of Vell stands on the slip while workers scrape its hull for the summer.',
    'Workers scrape the hull of the ferry on the slip of Vell in the first days of March. (AP Photo/Nora Quist)',
    'Фото: администрация порта Велл, остров Велл',
    'Advertisement',
  ])('is without captions, credits and the word for an advertisement: %s', (line) => {
    const body = BODY.replace('\n', `<p>${line}</p>`);
    expect(article(page(`<article>${body}</article>`)).text.split('\n')).toEqual(PARAGRAPHS);
  });

  test('is without forms to sign in, leads that stand alone, and words on where to share it', () => {
    const form =
      '<div class="login-flyout"><p>Sign in with your mail address to tell your neighbours what you have seen.</p></div>';
    const end =
      '<p>Please follow the Gazette on every island.</p><p>Share this story: harbour.example/f7</p>';
    const lead = '<p>A lire aussi : <a href="/pont">le pont de Vell</a></p><p>Further reading</p>';
    const body = BODY.replace('\n', lead);
    expect(article(page(`<article>${form}${body}${end}</article>`)).text.split('\n')).toEqual(PARAGRAPHS);
  });

  test('is neither a notice on cookies nor what stands below one', () => {
    const notice = `<div class="overlay"><h2>We value your privacy</h2>
      <p>We and our 74 partners keep cookies and unique identifiers on your device, to show what we think you like.</p>
      <p>With your consent we read your whereabouts, too. You may withdraw your consent to all of this at any time.</p></div>`;
    const about =
      '<p>The office of Vell uses no cookies on its pages, said the mayor: personal data of islanders stays on the islands.</p>';
    const { text } = article(page(`${notice}<article>${BODY}${about}</article>`));
    expect(text).not.toMatch(/partners|whereabouts/);
    expect(text).toContain('uses no cookies');
    expect(
      extraction(
        page(
          `${notice}<footer><p>© 2026 Harbour Gazette. All rights reserved, on both of the islands and at sea.</p></footer>`,
        ),
      ).kind,
    ).toBe('failed');
  });

  test('is sanitised as HTML, with absolute links', () => {
    const { html } = article(
      page(
        `<article>${BODY}<p onclick="alert(1)">More on <a href="/yard?x=1">the yard</a> and <a href="javascript:alert(1)">its owner</a>, who has said nothing.</p><script>alert(1)</script></article>`,
      ),
    );
    expect(html).toContain('href="https://harbour.example/yard?x=1"');
    expect(html).not.toMatch(/script|onclick/);
  });

  test('comes from the structured data where the page itself shows nothing', () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'Ferry sails again',
      articleBody: PARAGRAPHS.join('\n\n'),
    };
    const { text, html } = article(
      page(
        '<div id="app">Loading the article, please have a moment of patience while this takes place in your browser …</div>',
        `<script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': 'WebSite' }, data] })}</script>`,
      ),
    );
    expect(text.split('\n')).toEqual(PARAGRAPHS);
    expect(html.startsWith(`<p>${PARAGRAPHS[0]}</p><p>`)).toBe(true);
  });

  test('is read in any charset: stated by the server, by the page, or by nobody', () => {
    const russian = 'Паром между островами снова ходит с понедельника, сообщила администрация порта. '.repeat(
      6,
    );
    const koi8 = (text: string) => Uint8Array.from(text, (sign) => KOI8.get(sign) ?? sign.charCodeAt(0));
    const html = (meta: string) =>
      koi8(`<html><head>${meta}<title>Паром</title></head><body><p>${russian}</p></body></html>`);
    const wanted = russian.trim();
    expect(article(html(''), 'text/html; charset=koi8-r').text).toBe(wanted);
    expect(article(html('<meta charset="koi8-r">'), 'text/html').text).toBe(wanted);
    expect(
      article(html('<meta http-equiv="content-type" content="text/html; charset=koi8-r">'), 'text/html').text,
    ).toBe(wanted);
    expect(article(html(''), 'text/html')).toMatchObject({ text: wanted, title: 'Паром', language: 'ru' });
  });
});

/** Of the Russian letters, by the table of KOI8-R. */
const KOI8 = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder('koi8-r').decode(Uint8Array.of(byte)), byte] as const,
  ),
);

describe('what a page states', () => {
  test('is read from its structured data first', () => {
    const data = {
      '@context': 'https://schema.org',
      '@type': ['NewsArticle', 'Article'],
      headline: 'Ferry sails again &amp; again',
      author: [
        { '@type': 'Person', name: 'By Nora Quist' },
        { name: 'Ole Brand' },
        { url: 'https://x.example' },
      ],
      datePublished: '2026-03-03T07:15:00+01:00',
      isAccessibleForFree: 'False',
    };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script><meta property="og:title" content="Another title">
      <link rel="canonical" href="/2026/ferry?utm_source=feed">`;
    expect(article(page(`<article>${BODY}${LONGER}</article>`, head))).toMatchObject({
      title: 'Ferry sails again & again',
      byline: 'Nora Quist, Ole Brand',
      published: '2026-03-03T06:15:00.000Z',
      language: 'en',
      canonicalUrl: 'https://harbour.example/2026/ferry',
      paywalled: true,
      teaser: false,
    });
  });

  test('is read from Open Graph and meta elements, without the outlet’s name', () => {
    const head = `<meta property="og:title" content="Ferry sails again | Harbour Gazette"><meta property="og:site_name" content="Harbour Gazette">
      <meta name="author" content="Nora Quist"><meta property="article:published_time" content="2026-03-03T06:15:00Z"><meta property="og:url" content="https://harbour.example/">`;
    expect(article(page(`<article>${BODY}</article>`, head))).toMatchObject({
      title: 'Ferry sails again',
      byline: 'Nora Quist',
      published: '2026-03-03T06:15:00.000Z',
      canonicalUrl: null, // a front page is nobody's own address
      paywalled: false,
    });
  });

  test.each([
    ['<title>Ferry sails again | Islands | Gazette</title><h1>Ferry sails again</h1>', 'Ferry sails again'],
    ['<title>Ferry to sail in March - Gazette</title><h1>Ferry sails again</h1>', 'Ferry sails again'],
    ['<title>Ferry sails again - Gazette</title><h1>News of the islands</h1>', 'Ferry sails again'],
    ['<title>Gazette | Ferry sails again</title>', 'Ferry sails again'],
    ['<title>La grève : ce que dit le port</title>', 'La grève : ce que dit le port'],
    ['<title>Le maire « assume » son pont</title>', 'Le maire « assume » son pont'],
    ['<title>연락선 다시 뜬다_갈매기신문</title>', '연락선 다시 뜬다'],
    ['<title>轮渡周一恢复通航_海港报</title>', '轮渡周一恢复通航'],
    ['<title>轮渡周一恢复通航-海港报</title>', '轮渡周一恢复通航'],
    ['<title>Vell – Ostrava</title>', 'Vell – Ostrava'],
    [
      '<title>Ferry sails again | Gazette</title><meta property="og:title" content="Ferry sails again | Gazette">',
      'Ferry sails again',
    ],
    [
      '<meta property="og:site_name" content="Gazette"><meta property="og:title" content="New keeper at the Gazette">',
      'New keeper at the Gazette',
    ],
    ['<title>The ferry – how it was mended on the slip</title>', 'The ferry – how it was mended on the slip'],
    [
      '<title>Gazette</title><meta property="og:title" content="Ferry sails again - at last">',
      'Ferry sails again - at last',
    ],
    ['<h1>Ferry sails again</h1>', 'Ferry sails again'],
  ])('only shows its title: %s', (shown, title) => {
    expect(article(`<!doctype html><html><body>${shown}<article>${BODY}</article>`).title).toBe(title);
  });

  test.each([
    ['<meta name="publish_date" content="Tue, 03 Mar 2026 07:15:00 EST">', '2026-03-03T12:15:00.000Z'],
    ['<meta name="pub_date" content="20260303">', '2026-03-03T00:00:00.000Z'],
    [
      '<meta property="article:published_time" content="soon"><meta name="date" content="2026-03-03">',
      '2026-03-03T00:00:00.000Z',
    ],
    [
      '<div class="hentry"><abbr class="published" title="2026-03-03T08:15:00+01:00">today</abbr></div>',
      '2026-03-03T07:15:00.000Z',
    ],
    ['<p class="date">1 March 2026</p>', null],
  ])('states its day one way or another: %s', (stated, published) => {
    expect(article(page(`${stated}<article>${BODY}</article>`)).published).toBe(published);
  });

  test('has the day of its address where it states none', () => {
    const body = new TextEncoder().encode(page(`<article>${BODY}</article>`));
    const dated = extract({ body, contentType: null, url: 'https://harbour.example/2026/03/03/ferry' });
    expect(dated).toMatchObject({ article: { published: '2026-03-03T00:00:00.000Z' } });
  });

  test.each([
    ['By Nora Quist, Islands desk 8:42 a.m. March 3, 2026', 'Nora Quist, Islands desk'],
    ['www.example.org', null],
  ])('names its author, not the time or the site: %s', (written, byline) => {
    const head = `<meta name="author" content="${written}">`;
    expect(article(page(`<article>${BODY}</article>`, head)).byline).toBe(byline);
  });

  test('may be broken or absurd and costs nothing else', () => {
    const head = `<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>
      <script type="application/ld+json">{"@type": "NewsArticle", "author": 7, "datePublished": "0001-01-01", "headline": ["a"], "wordCount": "x"}</script>
      <meta name="__proto__" content="x"><meta name="constructor" content="y"><base href="javascript:alert(1)">`;
    expect(article(page(`<h1>Ferry sails again</h1><article>${BODY}</article>`, head))).toMatchObject({
      title: 'Ferry sails again',
      byline: null,
      published: null,
      text: PARAGRAPHS.join('\n'),
    });
  });
});

describe('a beginning', () => {
  const short = PARAGRAPHS.slice(0, 3)
    .map((text) => `<p>${text}</p>`)
    .join('');
  const locked =
    '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';

  test.each([
    ['the page says that the rest is not for everybody', page(`<article>${short}</article>`, locked)],
    [
      'a notice stands in place of the rest',
      page(`<article>${short}</article><div class="c-paywall"><p>Subscribe to read on.</p></div>`),
    ],
    [
      'the text breaks off',
      page(
        `<article>${short}<p>Only on Tuesday will the office know whether the old crew, which…</p></article>`,
      ),
    ],
    [
      'far more words are announced',
      page(
        `<article>${short}</article>`,
        '<meta name="x" content="y"><script type="application/ld+json">{"@type":"Report","wordCount":900}</script>',
      ),
    ],
    [
      'it is but the description',
      page(
        `<article>${short}</article>`,
        `<meta name="description" content="${PARAGRAPHS.slice(0, 3).join(' ')}">`,
      ),
    ],
  ])('is marked where %s', (_, html) => {
    expect(article(html).teaser).toBe(true);
  });

  test('is not taken for one because it is short, nor for an empty notice, nor for a name on the page', () => {
    expect(article(page(`<main class="has-paywall"><article>${BODY}${BODY}</article></main>`)).teaser).toBe(
      false,
    );
    expect(article(page(`<article>${short}</article><div class="paywall" hidden></div>`)).teaser).toBe(false);
  });
});

describe('a page that holds no article', () => {
  test.each([
    ['is empty', ''],
    ['is a word', 'hello'],
    ['is a menu', page('<ul><li><a href="/a">Islands</a></li><li><a href="/b">Harbours</a></li></ul>')],
    ['is too large', 'x'.repeat(3_000_001)],
  ])('is told as a failure where it %s', (_, html) => {
    expect(extraction(html)).toMatchObject({ kind: 'failed', message: expect.stringMatching(/article/) });
  });
});

describe('a hostile page', () => {
  const deep = 20_000;

  test.each([
    ['nested in 20,000 elements', `<html><body>${'<div>'.repeat(deep)}${BODY}${'</div>'.repeat(deep)}`],
    ['with an attribute of 2 MB', page(`<article class="${'a A'.repeat(700_000)}">${BODY}</article>`)],
    [
      'with data nested in 100,000 lists',
      page(BODY, `<script type="application/ld+json">${'['.repeat(100_000)}</script>`),
    ],
    [
      'with names of the language',
      page(`<div id="__proto__" class="constructor hasOwnProperty">${BODY}</div>`),
    ],
  ])('%s still gives its article', (_, html) => {
    expect(article(html).text.split('\n')).toEqual(PARAGRAPHS);
  });

  test('never throws, whatever it is made of', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="related">',
      '</div>',
      '<article>',
      '</article>',
      '<ul><li>',
      '<a href="',
      '">',
      '<h1>',
      '<img src=x>',
      '<table><tr><td>',
      '<body>',
      '<html>',
      '</html>',
      '<head>',
      '<meta name="',
      '<script>',
      '<!--',
      '\0',
      '<script type="application/ld+json">{"@type":"Article","articleBody":"',
      '"}</script>',
      '<![CDATA[',
      '<svg>',
      '<title>',
      ...PARAGRAPHS,
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (pieces) => {
        const found = extraction(pieces.join(' '));
        if (found.kind === 'article') {
          expect(found.article.text.length).toBeGreaterThanOrEqual(80);
          expect(found.article.html).not.toMatch(/<script|<style/i);
        }
      }),
    );
  });
});
