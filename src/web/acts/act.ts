import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Topic } from '../../domain/topic.ts';
import type { Services } from '../../pipeline/services.ts';
import type { Access } from '../access/access.ts';
import { formOf, wayOn } from '../form.ts';
import { rootOf } from '../layout.ts';
import { type Message, tellNext } from '../message.ts';
import { topicOf } from '../reading.ts';
import { Refusal, refusalOf } from '../refusal.ts';

/** Something a person can do over HTTP. */
export interface Act<Fields = unknown> {
  /** Its address: `/acts/NAME` for forms, `/api/acts/NAME` for programs. */
  readonly name: string;
  readonly fields: z.ZodType<Fields>;
  /** @returns what happened. Rejects with a `Refusal`, or what `refusalOf` makes one of. */
  perform(services: Services, fields: Fields): Promise<Message>;
}

/** An act whose fields are checked before it is performed. */
export interface CheckedAct {
  readonly name: string;
  perform(services: Services, said: unknown): Promise<Message>;
}

/** An act that refuses fields which are not as they should be, and says which. */
export function checked<Fields>({ name, fields, perform }: Act<Fields>): CheckedAct {
  return {
    name,
    async perform(services, said) {
      const { data, error } = fields.safeParse(said);
      if (error === undefined) return perform(services, data);
      const [issue] = error.issues;
      const field = issue?.path.join('.') || 'the request';
      throw new Refusal(400, 'bad-field', `${field} is not as it should be: ${issue?.message ?? ''}`);
    },
  };
}

/** An id, as a form or a program says it; whether there is such a thing is found out later. */
export const ID = z.string().trim().min(1).max(300);
/** One or several of them, as forms send them. */
export const IDS = z.union([ID.transform((id) => [id]), z.array(ID).min(1).max(100)]);

/** The topic of an id. Rejects with a `Refusal` where there is none. */
export async function topicNamed(services: Services, id: string): Promise<Topic> {
  return topicOf(await services.settings(), id);
}

/**
 * The addresses acts are done at. A form leads back to where it stood, with a message that says what happened, also where it
 * could not be done; a program gets the same as JSON.
 */
export function actRoutes(services: Services, access: Access, acts: readonly CheckedAct[]): Hono {
  const routes = new Hono();
  for (const act of acts) {
    routes.post(`/acts/${act.name}`, access.acting, async (c) => {
      const form = await formOf(c);
      tellNext(c, await act.perform(services, form).catch(asMessage));
      return c.redirect(rootOf(c.req.path) + wayOn(form.back), 303);
    });
    routes.post(`/api/acts/${act.name}`, access.acting, async (c) =>
      c.json(await act.perform(services, await saidTo(c))),
    );
  }
  return routes;
}

/** What could not be done is told like what was. */
function asMessage(error: unknown): Message {
  const refusal = refusalOf(error);
  if (refusal === null || refusal.status === 400) throw error;
  return { text: refusal.message, undo: null };
}

async function saidTo(c: Context): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return formOf(c);
  try {
    return await c.req.json();
  } catch {
    throw new Refusal(400, 'unreadable', 'the body is no JSON');
  }
}
