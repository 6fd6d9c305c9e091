import type { Labelled } from '../domain/label.ts';
import type { Store } from '../domain/store.ts';
import type { Example, Topic } from '../domain/topic.ts';
import { openLearner, type Readable } from '../judge/learner.ts';
import { detectLanguage } from '../text/language.ts';
import { type CheckedCase, checkReport, type TopicCheck } from '../watchlist/check.ts';

/** Up to so many cases are left out one by one; more are in so many groups, since each asks for a topic of its own. */
const GROUPS_MOST = 20;
/** So many articles of the corpus show each of these topics what is ordinary. */
const BACKGROUND = 300;

/**
 * Judges every example and every labelled article by the topic as it would be without it: with thresholds of its own, and
 * articles of the corpus to show what is ordinary. Stores nothing.
 */
export async function checkTopic(store: Store, topic: Topic): Promise<TopicCheck> {
  const labels = await store.labels(topic.id);
  const answered = new Set(labels.map(({ article }) => article.id));
  const background: Readable[] = [];
  for await (const article of store.arrivals('')) {
    if (background.length >= BACKGROUND) break;
    if (!answered.has(article.id)) background.push(article);
  }
  const fired = new Set<string>();
  for await (const { verdict } of store.judged(topic.id, '')) {
    for (const { rule } of verdict.reasons) fired.add(rule);
  }
  const cases = [
    ...topic.examples.positive.map(asExample(true)),
    ...topic.examples.negative.map(asExample(false)),
    ...labels.map(asLabel),
  ];
  const groups = Math.min(cases.length, GROUPS_MOST);
  const judged = Array.from({ length: groups }, (_, group) =>
    judgeGroup(
      topic,
      labels,
      background,
      cases.filter((_, at) => at % groups === group),
    ),
  ).flat();
  const lacks = lacksOf(topic, cases.length, background.length);
  return checkReport(topic, judged, { groups, background: background.length, lacks, fired });
}

type Case = Omit<CheckedCase, 'verdict'> & { readonly article: Readable };

const asExample =
  (wanted: boolean) =>
  ({ id, title, text, language }: Example): Case => ({
    id,
    title: title || `${text.slice(0, 60)}…`,
    from: 'example',
    wanted,
    article: {
      title,
      summary: '',
      text,
      language: detectLanguage(`${title}\n${text}`, { stated: language }),
    },
  });

const asLabel = ({ label, article }: Labelled): Case => ({
  id: article.id,
  title: article.title,
  from: 'label',
  wanted: label.answer === 'yes',
  article,
});

function judgeGroup(
  topic: Topic,
  labels: readonly Labelled[],
  background: readonly Readable[],
  group: readonly Case[],
): readonly CheckedCase[] {
  const isLeftOut = (from: Case['from'], id: string) =>
    group.some((one) => one.from === from && one.id === id);
  const kept = (examples: readonly Example[]) => examples.filter(({ id }) => !isLeftOut('example', id));
  const without: Topic = {
    ...topic,
    examples: { positive: kept(topic.examples.positive), negative: kept(topic.examples.negative) },
  };
  const taught = labels
    .filter(({ article }) => !isLeftOut('label', article.id))
    .map(({ label: { answer }, article }) => ({ id: article.id, answer, article }));
  const learner = openLearner(without, background, { taught });
  // Nothing of the group may teach the next of it.
  return group.map(({ article, ...one }) => ({ ...one, verdict: learner.judge(article, { again: true }) }));
}

/** Fewer say little: one more or less moves the figures by a tenth. */
const ENOUGH_CASES = 10;

function lacksOf(topic: Topic, cases: number, background: number): readonly string[] {
  const sentences: string[] = [];
  if (cases === 0)
    sentences.push(
      'There is nothing to check it by: give it examples, or label articles with "topicwatch label yes ID".',
    );
  else if (cases < ENOUGH_CASES)
    sentences.push(`${cases} cases say little: label more articles, best those of the review list.`);
  if (cases > 0 && topic.examples.negative.length === 0)
    sentences.push(
      'Without counter-examples precision tells only of labels: say no to what is wrongly accepted.',
    );
  if (background === 0)
    sentences.push('The corpus is empty, so nothing shows what is ordinary: start a run first.');
  return sentences;
}
