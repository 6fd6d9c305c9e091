import type { Account } from './account.ts';
import { excerptOf } from './account.ts';
import type { Body, Paragraph, Run } from './entry.ts';
import { countWords, firstWords } from './plain-text.ts';

/** What an entry has to say, before it is cut to size. */
export interface Told {
  /** The line above everything: how many accounts, of how many origins. */
  readonly counts: string | null;
  /** What is new, in sentences. */
  readonly news: readonly string[];
  /** The lead first; its beginning is the excerpt. */
  readonly accounts: readonly [Account, ...Account[]];
  /** Labels. */
  readonly tags: readonly string[];
  readonly why: string;
  /** What the keeper can do about it. */
  readonly advice: readonly string[];
}

const WORDS = 120;
const LINKS = 8;
/** Bounds of the parts at the end; what they leave goes to what is new, then to the excerpt. */
const OUTLET_WORDS = 5;
const OUTLETS_WORDS = 32;
const TAGS_WORDS = 20;
const WHY_WORDS = 24;

/** The explained body: at most 120 words and 8 links, in the order in which a reader wants to know. */
export function explain(told: Told): Body {
  const [lead] = told.accounts;
  const head = told.counts === null ? [] : [paragraph('counts', told.counts)];
  const tail = [
    readParagraph(told.accounts),
    tagsAndWhy(told.tags, told.why),
    ...told.advice.filter(Boolean).map((advice) => paragraph('advice', advice)),
  ];
  let room = WORDS - wordsOf([...head, ...tail]);

  const middle: Paragraph[] = [];
  const news = room > 0 ? firstWords(told.news.join(' '), room) : '';
  if (news !== '') middle.push(paragraph('news', news));
  room -= wordsOf(middle);
  const excerpt = excerptOf(lead, room);
  if (excerpt !== null) middle.push({ ...paragraph('excerpt', excerpt), language: lead.language });
  return [...head, ...middle, ...tail];
}

/** `1 account`, `3 accounts`. */
export function countAccounts(count: number): string {
  return count === 1 ? '1 account' : `${count} accounts`;
}

function paragraph(role: Paragraph['role'], text: string): Paragraph {
  return { role, language: null, runs: [{ text }] };
}

/** **Read** — A [en] · B [ko] · and 3 more */
function readParagraph(accounts: Told['accounts']): Paragraph {
  const outlets = accounts.slice(0, LINKS).map(({ outlet }) => firstWords(outlet, OUTLET_WORDS));
  const shown = fitting(outlets, OUTLETS_WORDS);
  const runs: Run[] = [{ text: 'Read', strong: true }, { text: ' — ' }];
  for (const [index, text] of shown.entries()) {
    const { address, language } = accounts[index] ?? accounts[0];
    if (index > 0) runs.push({ text: ' · ' });
    runs.push(address === null ? { text } : { text, href: address }, { text: ` [${language}]` });
  }
  const more = accounts.length - shown.length;
  if (more > 0) runs.push({ text: ` · and ${more} more` });
  return { role: 'accounts', language: null, runs };
}

/** Tags: Belousov, Kursk · Why: Russia (Belousov) + North Korea (KCNA) */
function tagsAndWhy(tags: readonly string[], why: string): Paragraph {
  const labels = fitting(tags, TAGS_WORDS);
  const reason = `Why: ${firstWords(why, WHY_WORDS)}`;
  return paragraph('why', labels.length === 0 ? reason : `Tags: ${labels.join(', ')} · ${reason}`);
}

/** As many of the first texts as fit in so many words. */
function fitting(texts: readonly string[], words: number): readonly string[] {
  let room = words;
  return texts.filter((text) => {
    room -= countWords(text);
    return room >= 0;
  });
}

function wordsOf(body: Body): number {
  return body.reduce((sum, { runs }) => sum + countWords(runs.map(({ text }) => text).join('')), 0);
}
