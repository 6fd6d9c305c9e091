import type { Instant } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import { storyEntry } from './entries/story-entry.ts';
import type { DevelopmentView } from './entries/updates.ts';
import type { PublishedEntry, Publishing } from './entry.ts';
import { alternateOf } from './formats/feed.ts';
import { escapeMarkdown } from './markdown.ts';
import { bodyHtml, escapeMarkup, gist, matterOf } from './markup.ts';
import { clean, line } from './plain-text.ts';
import { newestFirst } from './select.ts';

export type DigestFormat = 'text' | 'html' | 'md' | 'json';

/** A topic and its developments, newest first, as far back as the digest goes or further. */
export interface DigestTopic {
  readonly topic: Topic;
  readonly developments: readonly DevelopmentView[];
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly PublishedEntry[];
}

/**
 * The stories in which something is new since a moment, each once, newest first. Where nothing is, every format but `json` is
 * empty, so that cron has nothing to mail.
 */
export function digest(
  topics: readonly DigestTopic[],
  since: Instant,
  format: DigestFormat,
  publishing: Publishing,
): string {
  const parts = topics.map(({ topic, developments }) => ({
    id: topic.id,
    title: line(topic.title) || topic.id,
    entries: newsSince(developments, since, topic, publishing),
  }));
  if (format === 'json') return asJson(parts, since);
  const told = parts.filter(({ entries }) => entries.length > 0);
  if (told.length === 0) return '';
  if (format === 'html') return asHtml(told);
  return told.map(format === 'md' ? asMarkdown : asText).join('\n');
}

function newsSince(
  developments: readonly DevelopmentView[],
  since: Instant,
  topic: Topic,
  publishing: Publishing,
): readonly PublishedEntry[] {
  const news = developments.filter(({ development, view }) => view.story.listed && development.at >= since);
  const stories = new Map(news.map(({ view }) => [view.story.id, view]));
  return clean(
    [...stories.values()].map((view) => storyEntry(view, topic, publishing)).toSorted(newestFirst),
  );
}

const WIDTH = 72;

function asText({ title, entries }: Part): string {
  const head = `${title}\n${'='.repeat(Math.min(title.length, WIDTH))}\n`;
  return [head, ...entries.map(entryText)].join('\n');
}

function entryText(entry: PublishedEntry): string {
  const address = alternateOf(entry);
  const related = entry.links.filter(({ rel }) => rel === 'related');
  return [
    ...wrap(entry.title, ''),
    ...wrap(`${entry.authors.join(', ')}, ${minute(entry.updated)}`, '  '),
    ...matterOf(entry.body).flatMap((text) => wrap(text, '  ')),
    ...(address === null ? [] : [`  ${address}`]),
    ...related.map(({ title, href }) => `  ${title ?? 'also'}: ${href}`),
    '',
  ].join('\n');
}

function asMarkdown({ title, entries }: Part): string {
  return [`# ${escapeMarkdown(title)}\n`, ...entries.map(entryMarkdown)].join('\n');
}

function entryMarkdown(entry: PublishedEntry): string {
  const address = alternateOf(entry);
  const title = escapeMarkdown(entry.title);
  const links = entry.links
    .filter(({ rel }) => rel === 'related')
    .map(({ title: name, href }) => `- [${escapeMarkdown(name ?? href)}](<${href}>)\n`);
  return [
    `## ${address === null ? title : `[${title}](<${address}>)`}\n`,
    `${escapeMarkdown(`${entry.authors.join(', ')}, ${minute(entry.updated)}`)}\n`,
    ...matterOf(entry.body).map((text) => `> ${escapeMarkdown(text)}\n`),
    ...links,
  ].join('\n');
}

function asHtml(parts: readonly Part[]): string {
  const sections = parts.map(
    ({ title, entries }) => `<h1>${escapeMarkup(title)}</h1>\n${entries.map(entryHtml).join('\n')}`,
  );
  const title = escapeMarkup(parts.map(({ title }) => title).join(' · '));
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
${sections.join('\n')}
</body>
</html>
`;
}

function entryHtml(entry: PublishedEntry): string {
  const address = alternateOf(entry);
  const title = `<bdi lang="${escapeMarkup(entry.language)}">${escapeMarkup(entry.title)}</bdi>`;
  return `<h2>${address === null ? title : `<a href="${escapeMarkup(address)}">${title}</a>`}</h2>
<p>${escapeMarkup(`${entry.authors.join(', ')}, ${minute(entry.updated)}`)}</p>
${bodyHtml(entry.body)}`;
}

function asJson(parts: readonly Part[], since: Instant): string {
  const topics = parts.map(({ id, title, entries }) => ({
    id,
    title,
    entries: entries.map(({ body, categories, source: _, ...entry }) => ({
      ...entry,
      text: gist(body),
      tags: categories.map(({ term }) => term),
    })),
  }));
  return `${JSON.stringify({ since, topics }, null, 2)}\n`;
}

const minute = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

function wrap(text: string, indent: string): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    if (current !== '' && indent.length + current.length + 1 + word.length > WIDTH) {
      lines.push(indent + current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, indent + current];
}
