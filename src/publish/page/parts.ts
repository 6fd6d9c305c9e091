import type { Instant, Language } from '../../domain/time.ts';
import { type Html, html } from './html.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** The day of a moment, `5 Jan 2026`: in UTC, and by the script in the reader's zone. */
export function day(at: Instant): Html {
  return html`<time datetime="${at}" data-form="day">${DAY.format(new Date(at))}</time>`;
}

/** A moment, `5 Jan 2026, 09:00 UTC`; by the script in the reader's zone. */
export function moment(at: Instant): Html {
  const date = new Date(at);
  return html`<time datetime="${at}" data-form="moment">${DAY.format(date)}, ${CLOCK.format(date)} UTC</time>`;
}

/** The first and the last of the days under a chart; they are UTC, and stay the same days in the reader's zone. */
export function axis(days: readonly { readonly day: string }[]): Html {
  const ends = [days[0], days.at(-1)].flatMap((end) =>
    end === undefined ? [] : [`${end.day}T12:00:00.000Z`],
  );
  return html`<p class="axis">${ends.map(day)}</p>`;
}

/** A text from outside on a line, in its own language and direction. */
export function foreign(text: string | Html, language: Language): Html {
  return html`<bdi${languageOf(language)}>${text}</bdi>`;
}

/** The attribute that tells a text's language, for fonts, line breaks and those who listen; nothing where it is not known. */
export function languageOf(language: Language): Html | null {
  return language === 'und' ? null : html` lang="${language}"`;
}

/** `1 account`, `3 accounts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
