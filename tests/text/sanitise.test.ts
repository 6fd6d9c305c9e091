import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitiseHtml } from '../../src/text/html/sanitise.ts';
import { FOREIGN_TRICKS } from './foreign-tricks.ts';

const clean = (html: string): string => sanitiseHtml(html, 'https://news.example/town/');

describe('sanitised HTML', () => {
  test('keeps what structures a text', () => {
    const html =
      '<h2>Ferry</h2><p>The <em>second</em> one, says <q cite="https://a.example/">he</q>.</p><ol start="3"><li>x</li></ol>';
    expect(clean(html)).toBe(html);
  });

  test('has absolute addresses', () => {
    expect(clean('<a href="../lock?a=1&amp;b=2">lock</a><img src="quay.jpg" alt="the quay">')).toBe(
      '<a href="https://news.example/lock?a=1&amp;b=2">lock</a><img src="https://news.example/town/quay.jpg" alt="the quay" />',
    );
    expect(sanitiseHtml('<a href="lock">lock</a>', null)).toBe('<a>lock</a>');
    expect(clean('<a href="mailto:board@news.example">write</a>')).toContain(
      'href="mailto:board@news.example"',
    );
  });

  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script that is not closed', '<p>x</p><script>alert(1)'],
    ['an event handler', '<p onclick="alert(1)" ONERROR=alert(1)>x</p>'],
    ['a style', '<p style="background:url(javascript:alert(1))">x</p><style>p{}</style>'],
    ['a javascript link', '<a href="java\tscript:alert(1)">x</a><a href=" &#106;avascript:alert(1)">x</a>'],
    ['a data link', '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>'],
    ['a frame', '<iframe src="https://a.example/"></iframe><frameset><frame src="x"></frameset>'],
    ['an object', '<object data="x"></object><embed src="x"><applet code="x"></applet>'],
    ['a form', '<form action="https://a.example/"><input name="p"><button formaction="x">x</button></form>'],
    [
      'a refresh',
      '<meta http-equiv="refresh" content="0;url=https://a.example/"><base href="https://a.example/"><link rel="stylesheet" href="x">',
    ],
    ['markup in an attribute', '<img alt="</p><script>alert(1)</script>" src="https://a.example/x">'],
    ['a comment', '<!-- <script>alert(1)</script> --><!--[if IE]><script>alert(1)</script><![endif]-->'],
    ['nested quotes', '<img """><script>alert("x")</script>">'],
    ['noscript', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">'],
  ])('holds no %s', (_, html) => {
    const tags = clean(html).match(/<[^>]*>/g) ?? [];
    const shown = tags.map((tag) => tag.replace(/\s(?:title|alt)="[^"]*"/g, '')); // text, which may speak of scripts
    expect(shown.join(' ')).not.toMatch(
      /script|\son|style|frame|object|embed|applet|form|input|button|meta|base|link|data:|<!/i,
    );
  });

  test('has nothing left that runs, whatever came in, and however often it is read again', () => {
    const fragment = fc.constantFrom(
      '<p>',
      '</p>',
      '<a href="',
      '">',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '"',
      "'",
      '<svg>',
      '<math>',
      '<style>',
      '&lt;',
      '&',
      'x',
      '<img src=x onerror=alert(1)>',
      '<b ',
      '/>',
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 30 }), (fragments) => {
        const once = clean(fragments.join(''));
        expect(once).not.toMatch(/<(?:script|style|!)|<[^>]*\sonerror/i);
        expect(clean(once)).not.toMatch(/<(?:script|style|!)|<[^>]*\sonerror/i);
      }),
    );
  });

  test('is plain paragraphs where elements are nested a hundred thousand deep', () => {
    expect(clean(`${'<div>'.repeat(100_000)}the lock<p>the quay`)).toBe('the lock<br />the quay');
  });
});

describe('SVG and MathML', () => {
  test('keep shapes, labels and formulas, with their namespaces', () => {
    expect(
      clean(
        '<svg width="8px" viewBox="0 0 8 8"><title>flag</title><path d="M0 0L-1,2.5z" fill="#c00"/></svg>',
      ),
    ).toBe(
      '<svg width="8px" viewbox="0 0 8 8" xmlns="http://www.w3.org/2000/svg"><title>flag</title><path d="M0 0L-1,2.5z" fill="#c00"></path></svg>',
    );
    expect(clean('<math><msup><mi mathvariant="italic">x</mi><mn>2</mn></msup></math>')).toBe(
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi mathvariant="italic">x</mi><mn>2</mn></msup></math>',
    );
  });

  test('lead to the web only, at absolute addresses', () => {
    expect(clean('<svg><a xlink:href="../map"><text x="1">map</text></a></svg>')).toContain(
      '<a xlink:href="https://news.example/map" xmlns:xlink="http://www.w3.org/1999/xlink">',
    );
    expect(
      clean('<svg><circle r="5" fill="url(https://a.example/x)" stroke="rgb(0, 10, 20)"/></svg>'),
    ).toContain('<circle r="5" stroke="rgb(0, 10, 20)"></circle>');
  });

  test('say nothing twice, and hide no text of HTML', () => {
    expect(
      clean('<math><semantics><mi>x</mi><annotation-xml><ci>x</ci></annotation-xml></semantics></math>'),
    ).not.toContain('ci');
    expect(clean('<title>the quay</title><p>the <mi>lock</mi></p>')).toBe(
      '<span>the quay</span><p>the <span>lock</span></p>',
    );
  });

  test.each(FOREIGN_TRICKS)('hold nothing that runs: %s', (html) => {
    const tags = (clean(html).match(/<[^>]*>/g) ?? []).map((tag) =>
      tag.replace(/\s(?:title|alt)="[^"]*"/g, ''),
    );
    expect(tags.join(' ')).not.toMatch(
      /script|\son|style|frame|foreignobject|annotation-xml|<(?:use|image|animate|set|maction|mglyph|textarea|xmp)|data:|url\(|<!/i,
    );
  });
});
