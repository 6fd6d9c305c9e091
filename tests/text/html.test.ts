import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkup, htmlToLine, htmlToText, nestingOf, plainText } from '../../src/text/html/html.ts';

describe('the text of HTML', () => {
  test('has one paragraph a line, as a reader sees them', () => {
    const html = `<h2>Ferry</h2><p>The <b>second</b> ferry
      sails at noon.<br>Bring coins.</p><ul><li>Imber<li>Caldmoor</ul>
      <table><tr><td>Mon<td>9:00<tr><td>Tue<td>10:00</table>`;
    expect(htmlToText(html).split('\n')).toEqual([
      'Ferry',
      'The second ferry sails at noon.',
      'Bring coins.',
      'Imber',
      'Caldmoor',
      'Mon 9:00',
      'Tue 10:00',
    ]);
  });

  test('has references decoded, once', () => {
    expect(htmlToText('<p>Lock &amp; quay &#8211; 5 &lt; 6, &amp;lt;b&amp;gt; caf&eacute;</p>')).toBe(
      'Lock & quay – 5 < 6, &lt;b&gt; café',
    );
  });

  test('leaves out what no reader sees', () => {
    const html =
      '<style>p{}</style>A<script>if (a<b) "</p>"</script>B<!-- C --><svg><text>D</text></svg>E<noscript>F</noscript>';
    expect(htmlToText(html)).toBe('ABE');
  });

  test('keeps words together that only formatting parts', () => {
    expect(htmlToLine('<b>Har</b>bour <i>board</i>')).toBe('Harbour board');
  });

  test('takes line ends for paragraphs only where there is no markup', () => {
    expect(htmlToText('The lock.\n\nThe quay &amp; more.')).toBe('The lock.\nThe quay & more.');
    expect(htmlToText('The lock.\nThe <b>quay</b>.')).toBe('The lock. The quay.');
  });

  test('takes half a million nested tags as it takes anything', () => {
    expect(htmlToText(`${'<div>'.repeat(500_000)}the end`)).toBe('the end');
    expect(htmlToText(`${'<svg>'.repeat(500_000)}the end`)).toBe('');
  });

  test('never holds control characters, empty lines or spaces at the ends of a line', () => {
    const fragment = fc.constantFrom(
      '<p>',
      '</p>',
      '<br>',
      '<b',
      '&#8;',
      '&nbsp;',
      '\0',
      '\n',
      ' ',
      'word',
      '<!--',
      ']]>',
      '&',
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), (fragments) => {
        for (const line of htmlToText(fragments.join('')).split('\n')) {
          expect(line).toBe(line.trim());
          expect(line).not.toMatch(/[\x00-\x1f\x7f]/);
        }
      }),
    );
  });
});

test('plain text keeps its paragraphs and loses the rest of its white space', () => {
  expect(plainText('  The lock \t is shut.\r\n\r\n\n  The quay\u00a0is not. ')).toBe(
    'The lock is shut.\nThe quay is not.',
  );
});

test('escaped markup comes back as the text it was', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const escaped = escapeMarkup(text);
      expect(escaped).not.toMatch(/[<>"]/);
      expect(
        escaped
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
      ).toBe(text);
    }),
  );
});

test('nesting counts what is open, not what has no content', () => {
  expect(nestingOf('<div><p>a<br>b<img src=x></p><p>c</p></div>')).toBe(2);
  expect(nestingOf('<i>'.repeat(1_000))).toBe(1_000);
});
