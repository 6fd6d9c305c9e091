import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { type Html, html } from '../publish/page/html.ts';
import { standingOf } from './access/access.ts';

/** What an act did, for the page that is shown next. */
export interface Message {
  readonly text: string;
  /** The form that takes it back: its address from the root of the site, and what it says; null: nothing does. */
  readonly undo: { readonly action: string; readonly fields: Readonly<Record<string, string>> } | null;
}

const COOKIE = 'topicwatch-said';
/** Cookies are short, and characters may take nine bytes in one. */
const LONGEST = 240;

/** Keeps a message for the page that this answer leads to. */
export function tellNext(c: Context, { text, undo }: Message): void {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  const options = { path: '/', httpOnly: true, sameSite: 'Strict', maxAge: 60 } as const;
  setCookie(c, COOKIE, JSON.stringify({ text: short.toWellFormed(), undo }), options);
}

/** The message that was kept for this page, as it shows it, once; null: none. */
export function messageFor(c: Context, root: string): Html | null {
  const kept = getCookie(c, COOKIE);
  const message = kept === undefined ? null : readMessage(kept);
  if (message === null) return null;
  deleteCookie(c, COOKIE, { path: '/' });
  const standing = standingOf(c);
  const { text, undo } = message;
  const form =
    undo === null || standing.kind !== 'signed-in' ? null : undoForm(root, undo, standing.formToken);
  return html`<div class="notice" role="status"><p>${text}</p>${form}</div>`;
}

/** Other programs on this machine can set cookies for it, too. */
const KEPT = z.object({
  text: z.string(),
  undo: z
    .object({ action: z.string().regex(/^acts\/[a-z-]+$/), fields: z.record(z.string(), z.string()) })
    .nullable(),
});

function readMessage(kept: string): Message | null {
  try {
    return KEPT.parse(JSON.parse(kept));
  } catch {
    return null; // not ours, or cut short
  }
}

function undoForm(root: string, { action, fields }: NonNullable<Message['undo']>, formToken: string): Html {
  const hidden = Object.entries({ ...fields, form: formToken });
  return html`<form method="post" action="${root}${action}">${hidden.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button data-key="u">Undo</button></form>`;
}
