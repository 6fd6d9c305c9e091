import type { Body, Paragraph, Run } from './entry.ts';

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML or XML, in content and in quoted attributes alike. It never holds `]]>`. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => REFERENCES[character] ?? character);
}

/** A body as HTML. Its own words are in English, what it quotes says its language. */
export function bodyHtml(body: Body): string {
  return body.map(paragraphHtml).join('\n');
}

/** A body as plain text, one paragraph a line. */
export function bodyText(body: Body): string {
  return body.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');
}

/** What the body says of the matter itself, without the apparatus; all of it, where it says nothing of the matter. */
export function gist(body: Body): string {
  const matter = body.filter(({ role }) => role === 'news' || role === 'excerpt');
  return bodyText(matter.length === 0 ? body : matter).replaceAll('\n', ' ');
}

/**
 * The paragraphs of a body for a page without markup: what it says of the matter on one line; where the accounts were compared,
 * how many they are, and all that was found, too.
 */
export function matterOf(body: Body): readonly string[] {
  const isCompared = body.some(({ role, runs }) =>
    role === 'counts' ? runs.some(({ text }) => text.includes(' · ')) : role === 'differs' || role === 'only',
  );
  if (!isCompared) return [gist(body)];
  const needsAccounts = body.some(({ role }) => role === 'differs' || role === 'only');
  const isTold = ({ role, runs }: Paragraph): boolean =>
    role === 'accounts' ? needsAccounts || runs[0]?.text !== 'Read' : role !== 'why' && role !== 'advice';
  return body.filter(isTold).map((one) => bodyText([one]));
}

function paragraphHtml({ role, language, runs }: Paragraph): string {
  const inside = runs.map(runHtml).join('');
  const attribute = language === null ? '' : ` lang="${escapeMarkup(language)}"`;
  return role === 'excerpt'
    ? `<blockquote${attribute}>${inside}</blockquote>`
    : `<p${attribute}>${inside}</p>`;
}

function runHtml({ text, href, strong, quoted }: Run): string {
  const plain = escapeMarkup(text);
  if (href !== undefined) return `<a href="${escapeMarkup(href)}">${plain}</a>`;
  if (quoted) return `<em>${plain}</em>`;
  return strong ? `<strong>${plain}</strong>` : plain;
}
