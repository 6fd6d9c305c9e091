import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openServices } from '../../src/app.ts';
import { runImport } from '../../src/pipeline/cycle.ts';
import type { Services } from '../../src/pipeline/services.ts';
import {
  type ActOutcome,
  hideStory,
  mergeStories,
  splitStory,
  undoStoryAct,
} from '../../src/pipeline/stories/acts.ts';
import { type Home, makeHome } from '../end-to-end/program.ts';
import { item } from './items.ts';

const TOPIC = 'caldmoor-brae';
/** Each opens two databases. */
const RUNS = 2;
/** Accounts by guid: title and text. `ferry-retold` and `ferry-news` tell of what `ferry` does. */
const ACCOUNTS = {
  ferry: [
    'Ferry sails again',
    'The ferry between Caldmoor and Brae sails again after four months in the yard at Imber. Captain Marta Quillfeather took 212 ' +
      'passengers across on the first morning, the harbour office said.',
  ],
  'ferry-retold': [
    'Ferry is back',
    'Four months after she was laid up at Imber, the ferry is back between Caldmoor and Brae; 212 passengers were with Captain Marta ' +
      'Quillfeather on the first morning.',
  ],
  'ferry-news': [
    'Ferry sails, and who paid for it',
    'The ferry sails again between Caldmoor and Brae after four months in the yard at Imber. Captain Marta Quillfeather took 212 ' +
      'passengers across on the first morning. Edwin Thorne, a wool merchant, had paid 12,000 crowns towards her new propeller.',
  ],
  bridge: [
    'Councils share footbridge',
    'A footbridge over the Ellory will be built by Caldmoor together with Brae, both councils decided. Work on the 40-metre span ' +
      'begins in May under engineer Osbert Fennimore.',
  ],
  choir: [
    'Spring concert draws 300',
    'Choirs from Caldmoor, Brae and the villages met to sing madrigals. Some 300 listeners filled the old granary, and conductor ' +
      'Philippa Wren gave three encores.',
  ],
  'choir-retold': [
    'Spring concert in the granary',
    'Choirs from Caldmoor, Brae and the villages sang madrigals to some 300 listeners. They filled the old granary, and conductor ' +
      'Philippa Wren gave three encores.',
  ],
  'bridge-retold': [
    'Footbridge for two councils',
    'Both councils, Caldmoor together with Brae, decided that a footbridge over the Ellory will be built. Engineer Osbert Fennimore ' +
      'begins work on the 40-metre span in May.',
  ],
} as const;
type Guid = keyof typeof ACCOUNTS;

let home: Home;
let services: Services;
let now: Date;
function open(): void {
  home = makeHome({});
  now = new Date('2026-01-05T09:00:00.000Z');
  services = openServices(home.config, { verbose: false }, { now: () => now });
}
beforeEach(open);
afterEach(async () => {
  await services.close();
  rmSync(home.dir, { recursive: true });
});

/** Brings accounts an hour after the last. */
async function bring(...guids: readonly Guid[]): Promise<void> {
  now = new Date(now.getTime() + 3_600_000);
  const items = guids.map((guid) => item({ guid, title: ACCOUNTS[guid][0], summary: ACCOUNTS[guid][1] }));
  await runImport(services, items);
}

const address = (guid: Guid): string => `https://harbour.example/${guid}`;

/** The stories as lists of the guids of their articles, in order; in all, or as a reader sees them. */
async function stories(options?: { readonly listedOnly: boolean }): Promise<readonly (readonly string[])[]> {
  const views = await (await services.store()).stories(TOPIC, 100, options);
  return views
    .map(({ articles }) => articles.map(({ article }) => article.url?.split('/').at(-1) ?? ''))
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

async function storyOf(guid: Guid): Promise<string> {
  const [view] = await (await services.store()).findStories(address(guid));
  if (view === undefined) throw new Error(`${guid} is in no story`);
  return view.story.id;
}

function done(outcome: ActOutcome): void {
  expect(outcome).toMatchObject({ kind: 'done' });
}

test('merged stories stay one however the articles that follow are grouped, and the other id leads there', async () => {
  await bring('ferry', 'bridge', 'choir');
  const [ferry, bridge] = [await storyOf('ferry'), await storyOf('bridge')];
  done(await mergeStories(services, [ferry, bridge]));
  expect(await stories()).toEqual([['choir'], ['ferry', 'bridge']]);
  await bring('ferry-retold');
  expect(await stories()).toEqual([['choir'], ['ferry', 'bridge', 'ferry-retold']]);
  expect(await storyOf('bridge')).toBe(ferry);
  expect((await (await services.store()).findStories(bridge)).map(({ story }) => story.id)).toEqual([ferry]);
});

test('a merge that is undone gives every story back under its id; what joined since stays', async () => {
  await bring('ferry', 'bridge');
  const before = await (await services.store()).stories(TOPIC, 10);
  const bridge = await storyOf('bridge');
  done(await mergeStories(services, [await storyOf('ferry'), bridge]));
  await bring('ferry-retold');
  done(await undoStoryAct(services, bridge));
  expect(await stories()).toEqual([['bridge'], ['ferry', 'ferry-retold']]);
  const after = await (await services.store()).stories(TOPIC, 10);
  const again = after.find(({ story }) => story.id === bridge);
  expect(again).toEqual(before.find(({ story }) => story.id === bridge));
});

test('what came while stories were one goes, once that is undone, where it belongs', async () => {
  await bring('ferry', 'bridge', 'choir');
  done(await mergeStories(services, [await storyOf('bridge'), await storyOf('choir')]));
  await bring('choir-retold', 'bridge-retold');
  expect(await stories()).toEqual([['bridge', 'choir', 'choir-retold', 'bridge-retold'], ['ferry']]);
  done(await undoStoryAct(services, null));
  expect(await stories()).toEqual([['bridge', 'bridge-retold'], ['choir', 'choir-retold'], ['ferry']]);
});

test('an article that was split off stays out, and so do those it was split from', async () => {
  await bring('ferry', 'ferry-retold', 'choir');
  expect(await stories()).toEqual([['choir'], ['ferry', 'ferry-retold']]);
  const ferry = await storyOf('ferry');
  done(await splitStory(services, ferry, [address('ferry-retold')]));
  await bring('ferry-news');
  expect((await stories()).filter((one) => one.includes('ferry') && one.includes('ferry-retold'))).toEqual(
    [],
  );
  expect(await storyOf('ferry')).toBe(ferry);

  done(await undoStoryAct(services, null));
  expect(await storyOf('ferry-retold')).toBe(ferry);
});

test('a hidden story is in no feed, whatever joins it, until that is undone', async () => {
  await bring('ferry', 'choir');
  done(await hideStory(services, address('ferry')));
  await bring('ferry-news');
  expect(await stories()).toEqual([['choir'], ['ferry', 'ferry-news']]);
  expect(await stories({ listedOnly: true })).toEqual([['choir']]);
  done(await undoStoryAct(services, address('ferry')));
  expect(await stories({ listedOnly: true })).toHaveLength(2);
});

test('acts on the same articles are undone from the last to the first', async () => {
  await bring('ferry', 'bridge', 'choir');
  const [ferry, bridge, choir] = [await storyOf('ferry'), await storyOf('bridge'), await storyOf('choir')];
  done(await mergeStories(services, [ferry, bridge]));
  now = new Date(now.getTime() + 60_000);
  done(await mergeStories(services, [choir, ferry]));
  expect(await undoStoryAct(services, bridge)).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining(`stories undo ${choir.slice(0, 8)}`),
  });
  done(await undoStoryAct(services, choir));
  done(await undoStoryAct(services, bridge));
  expect(await stories()).toEqual([['bridge'], ['choir'], ['ferry']]);
  expect(await undoStoryAct(services, null)).toMatchObject({ kind: 'refused' });
});

/** Something that happens to a topic: accounts arrive, or a person says a word on some of the stories there are. */
type Step =
  | { readonly kind: 'bring'; readonly guids: readonly Guid[] }
  | { readonly kind: 'merge' | 'split' | 'hide' | 'undo'; readonly which: number };

async function take(step: Step): Promise<void> {
  if (step.kind === 'bring') return bring(...step.guids);
  now = new Date(now.getTime() + 60_000);
  const views = await (await services.store()).stories(TOPIC, 100);
  const view = views[step.which % views.length];
  const next = views[(step.which + 1) % views.length];
  if (view === undefined || next === undefined) return;
  const { id, articleIds } = view.story;
  if (step.kind === 'merge') await mergeStories(services, [id, next.story.id]);
  if (step.kind === 'split')
    await splitStory(services, id, articleIds.slice(step.which % articleIds.length, -1));
  if (step.kind === 'hide') await hideStory(services, id);
  if (step.kind === 'undo') await undoStoryAct(services, null);
}

/** Takes back a word that stands, as long as there is one: the last that speaks of the same story as the one chosen. */
async function takeBackAll(choices: readonly number[]): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const acts = await (await services.store()).storyActs(TOPIC);
    const left = acts.filter(({ undone }) => undone === null);
    const chosen = left[(choices[turn] ?? 0) % left.length];
    if (chosen === undefined) return;
    now = new Date(now.getTime() + 60_000);
    const outcome = await undoStoryAct(services, chosen.storyId);
    if (outcome.kind === 'refused') done(await undoStoryAct(services, null));
  }
}

/** Takes the steps in a topic of its own, takes back every word then, and tells how the stories stand. */
async function standing(
  steps: readonly Step[],
  choices: readonly number[],
): Promise<readonly (readonly string[])[]> {
  await services.close();
  rmSync(home.dir, { recursive: true });
  open();
  for (const step of steps) await take(step);
  await takeBackAll(choices);
  const stood = await stories();
  expect(await stories({ listedOnly: true })).toEqual(stood);
  return stood.map((guids) => guids.toSorted()).toSorted();
}

test('whatever people say, once all is taken back, in any order, the stories are as the program alone has them', async () => {
  const words = fc.record({ kind: fc.constantFrom('merge', 'split', 'hide', 'undo'), which: fc.nat(5) });
  const plans = fc
    .tuple(
      fc.shuffledSubarray(Object.keys(ACCOUNTS) as Guid[], { minLength: 7 }),
      fc.array(words, { minLength: 1, maxLength: 2 }),
      fc.array(words, { maxLength: 3 }),
    )
    .map(([guids, early, late]): readonly Step[] => [
      { kind: 'bring', guids: guids.slice(0, 3) },
      ...early,
      { kind: 'bring', guids: guids.slice(3, 5) },
      ...late,
      { kind: 'bring', guids: guids.slice(5) },
    ]);
  await fc.assert(
    fc.asyncProperty(plans, fc.array(fc.nat(5), { maxLength: 5 }), async (steps, choices) => {
      const alone = await standing(
        steps.filter(({ kind }) => kind === 'bring'),
        [],
      );
      expect(await standing(steps, choices)).toEqual(alone);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
}, 120_000);

test('what cannot be done says why, and changes nothing', async () => {
  await bring('ferry', 'ferry-retold', 'choir');
  const ferry = await storyOf('ferry');
  const refused = [
    await mergeStories(services, [ferry, address('ferry-retold')]),
    await mergeStories(services, [ferry, 'abcdef12']),
    await splitStory(services, ferry, [address('choir')]),
    await splitStory(services, ferry, [address('ferry'), address('ferry-retold')]),
    await hideStory(services, 'abcdef12'),
    await undoStoryAct(services, ferry),
  ];
  expect(refused.map((outcome) => (outcome.kind === 'refused' ? outcome.message : outcome))).toEqual([
    expect.stringContaining('one story already'),
    expect.stringContaining('no story is abcdef12'),
    expect.stringContaining('is no article of story'),
    expect.stringContaining('not all'),
    expect.stringContaining('no story is abcdef12'),
    expect.stringContaining('nothing to undo'),
  ]);
  expect(await (await services.store()).storyActs(TOPIC)).toEqual([]);
});
