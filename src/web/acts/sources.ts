import { z } from 'zod';
import type { Source } from '../../domain/source.ts';
import type { Services } from '../../pipeline/services.ts';
import { editSources } from '../../settings/edit/save.ts';
import { setSourceKey } from '../../settings/edit/sources.ts';
import type { Message } from '../message.ts';
import { Refusal } from '../refusal.ts';
import { type CheckedAct, checked, ID } from './act.ts';
import { createPolls, type PollNow } from './poll.ts';

const place = { source: ID, back: z.string().optional() };

async function sourceNamed(services: Services, id: string): Promise<Source> {
  const { sources } = await services.settings();
  const source = sources.find((one) => one.id === id);
  if (source !== undefined) return source;
  throw new Refusal(404, 'unknown-source', 'no source has that id any more; load the page again');
}

/** Writes why a source is not polled into sources.yaml, or takes that out again (null). */
async function setDisabled(services: Services, source: Source, reason: string | null): Promise<void> {
  const { dir } = await services.settings();
  await editSources(dir, (text, file) => setSourceKey(text, file, source.id, 'disabled', reason));
}

const undoBy = (action: string, fields: Readonly<Record<string, string>>): Message['undo'] => ({
  action,
  fields,
});

const DISABLE = checked({
  name: 'disable-source',
  fields: z.object({
    ...place,
    reason: z.string().trim().min(1, 'say in a few words why').max(300, 'say it in fewer words'),
  }),
  async perform(services, { source: id, reason, back = '' }) {
    const source = await sourceNamed(services, id);
    await setDisabled(services, source, reason.replace(/\s+/g, ' '));
    return {
      text: `${source.title} is not polled from now on. Its articles stay; sources.yaml says why.`,
      undo: undoBy('acts/enable-source', { source: id, back }),
    };
  },
});

const ENABLE = checked({
  name: 'enable-source',
  fields: z.object(place),
  async perform(services, { source: id, back = '' }) {
    const source = await sourceNamed(services, id);
    if (source.disabled === null) throw new Refusal(409, 'enabled', `${source.title} is polled already`);
    await setDisabled(services, source, null);
    return {
      text: `${source.title} is polled again, with the next run.`,
      undo: undoBy('acts/disable-source', { source: id, reason: source.disabled, back }),
    };
  },
});

const pollSource = (poll: PollNow): CheckedAct =>
  checked({
    name: 'poll-source',
    fields: z.object(place),
    async perform(services, { source: id }) {
      const source = await sourceNamed(services, id);
      if (source.disabled !== null) {
        throw new Refusal(
          409,
          'disabled',
          `${source.title} is disabled, so it is not polled; enable it first`,
        );
      }
      return { text: await poll(services, source), undo: null };
    },
  });

/** What a keeper can do with a source. */
export function sourceActs(): readonly CheckedAct[] {
  return [DISABLE, ENABLE, pollSource(createPolls())];
}
