import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openServices } from '../../src/app.ts';
import type { Topic } from '../../src/domain/topic.ts';
import { runCycle, runImport } from '../../src/pipeline/cycle.ts';
import { itemsOfFile } from '../../src/pipeline/documents.ts';
import { labelArticles } from '../../src/pipeline/labels.ts';
import { freezeTopic, resetTopic, topicLearning } from '../../src/pipeline/learning.ts';
import type { Services } from '../../src/pipeline/services.ts';
import { type Home, makeHome } from '../end-to-end/program.ts';
import { MINES } from '../judge/mine-clearing.ts';

const quarry = (n: number) => ({
  id: `quarry-${n}`,
  url: `https://gazette.example/quarry-${n}`,
  title: `Quarry office destroys old explosives, part ${n}`,
  text: `The mining office of quarry ${n} had old explosives blown up. The quarry is cleared of them, the office said. The mine above it is closed.`,
});
const TAUGHT = 'https://gazette.example/quarry-1';
const LIKE_IT = 'https://gazette.example/quarry-2';

let home: Home;
let services: Services;
let topic: Topic;

/** A topic of examples alone, on the clearing of mines, and two articles on a quarry. */
beforeEach(async () => {
  home = makeHome({});
  mkdirSync(join(home.config, 'topics/mines'));
  writeFileSync(
    join(home.config, 'topics/caldmoor-brae.yaml'),
    JSON.stringify({ id: 'mines', title: 'Mines', examples: { positive: ['mines/*.txt'] } }),
  );
  for (const [at, { title, text }] of MINES.entries())
    writeFileSync(join(home.config, `topics/mines/${at}.txt`), `${title}\n${text}\n`);
  const file = join(home.dir, 'quarries.jsonl');
  writeFileSync(file, [1, 2].map((n) => JSON.stringify(quarry(n))).join('\n'));
  services = openServices(home.config, { verbose: false });
  const [only] = (await services.settings()).topics;
  if (only === undefined) throw new Error('the folder has one topic');
  topic = only;
  await runImport(services, await itemsOfFile(services, file));
  await run();
});
afterEach(async () => {
  await services.close();
  rmSync(home.dir, { recursive: true });
});

const run = () => runCycle(services, { sourceIds: [], force: false, dryRun: false });
const learning = async () => topicLearning(await services.store(), topic);
/** How far above the line an article lies. */
async function marginOf(address: string): Promise<number> {
  const store = await services.store();
  const article = await store.find(address);
  const [judgement] = await store.judgements(article?.id ?? '');
  if (judgement === undefined) throw new Error(`${address} was imported and judged`);
  return judgement.score - judgement.acceptAt;
}

test('what is like a labelled article is judged again at the next run, by what the label taught', async () => {
  const before = await marginOf(LIKE_IT);
  await labelArticles(services, topic.id, 'yes', [TAUGHT]);
  expect(await marginOf(LIKE_IT)).toBe(before);
  await run();
  const taught = await marginOf(LIKE_IT);
  expect(taught).toBeGreaterThan(before);

  await labelArticles(services, topic.id, 'undo', [TAUGHT]);
  await run();
  expect(await marginOf(LIKE_IT)).toBeLessThan(taught);
});

test('an article is labelled once, however often it is named; an unknown one stops all', async () => {
  const { articles } = await labelArticles(services, topic.id, 'no', [TAUGHT, TAUGHT]);
  expect(articles.map(({ url }) => url)).toEqual([TAUGHT]);
  expect((await learning()).answered).toEqual({ yes: 0, no: 1 });
  expect(await labelArticles(services, topic.id, 'yes', [LIKE_IT, 'cafe0123'])).toEqual({
    articles: [],
    unknown: ['cafe0123'],
  });
  expect((await learning()).answered).toEqual({ yes: 0, no: 1 });
});

test('a run with nothing new judges nothing again', async () => {
  const store = await services.store();
  await labelArticles(services, topic.id, 'yes', [TAUGHT]);
  expect(await store.toJudge(topic.id, topic.hash, 10)).not.toEqual([]);
  await run();
  expect(await store.toJudge(topic.id, topic.hash, 10)).toEqual([]);
  const version = await store.corpusVersion();
  await run();
  expect(await store.corpusVersion()).toBe(version);
});

test('a frozen topic stays as it is until it is thawed', async () => {
  await freezeTopic(services, topic, true);
  const frozen = await learning();
  expect(frozen.frozen).toBe(true);
  const file = join(home.dir, 'more.jsonl');
  writeFileSync(file, [3, 4, 5].map((n) => JSON.stringify(quarry(n))).join('\n'));
  await runImport(services, await itemsOfFile(services, file));
  expect(await learning()).toEqual(frozen);
  await freezeTopic(services, topic, false);
  expect((await learning()).frozen).toBe(false);
});

test('a topic that is reset learns anew from the corpus, and keeps its labels', async () => {
  await labelArticles(services, topic.id, 'no', [TAUGHT]);
  await resetTopic(services, topic.id);
  expect(await learning()).toMatchObject({ acceptAt: null, documents: 0, answered: { yes: 0, no: 1 } });
  await run();
  const { acceptAt, documents } = await learning();
  expect(acceptAt).toBeGreaterThan(0);
  expect(documents).toBe(1); // the other article; what was labelled is no sign of what is ordinary
});

test('the moves of a threshold are kept, with when and why', async () => {
  await labelArticles(services, topic.id, 'yes', [TAUGHT, LIKE_IT]);
  await run();
  const { moves, acceptAt } = await learning();
  expect(moves.map(({ why }) => why)).toEqual(['answers']);
  expect(moves[0]?.to).toBe(acceptAt);
  expect(Date.parse(moves[0]?.at ?? '')).not.toBeNaN();
});
