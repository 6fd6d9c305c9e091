import type { Command } from 'commander';
import type { Example, Topic } from '../domain/topic.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Learner, Readable } from '../judge/learner.ts';
import { type Action, type Context, Failure, show, UsageError } from './context.ts';
import { answerLines, type JsonLine, textField } from './jsonl.ts';

interface Options {
  readonly jsonl?: boolean;
  readonly topic?: string;
  readonly examples?: string;
  readonly background?: string;
}

export function define(command: Command, action: Action): void {
  command
    .argument('[file]', 'the document to judge, without --jsonl')
    .option('--jsonl', 'answer each article on standard input by its verdict, in JSON lines')
    .option('--topic <file>', 'the topic file to judge by')
    .option('--examples <dir>', 'a folder of documents on the topic (txt, md, html, json)')
    .option('--background <file>', 'JSON lines of unlabelled articles that show what ordinary input is like')
    .action(action(judge));
}

async function judge(context: Context, file: string | undefined, options: Options): Promise<void> {
  if ((file === undefined) !== (options.jsonl === true)) {
    throw new UsageError('judge takes either --jsonl or one file to judge');
  }
  const topic = await topicOf(options);
  const learner = await learnerFor(topic, options, context);
  if (file === undefined) {
    const { detectLanguage } = await import('../text/language.ts');
    await answerLines(context.stdin, context.stdout, (line) => {
      const article = fromLine(line, detectLanguage);
      return answerOf(article, learner.judge(article));
    });
    return;
  }
  const { loadExamples } = await import('../settings/load.ts');
  const articles = await Promise.all((await loadExamples([file], '')).map(fromExample));
  const verdicts = articles.map((article) => ({ article, verdict: learner.judge(article) }));
  const { inWords } = await import('./verdict-text.ts');
  const shown = verdicts.map(({ article: { title, language }, verdict }) => ({
    title,
    language,
    ...verdict,
  }));
  show(context, shown, () =>
    shown
      .map(
        ({ title, ...verdict }) =>
          `${title || '(no title)'}\n${inWords({ ...verdict, articleId: '', tags: [] })}`,
      )
      .join('\n\n'),
  );
}

/** The topic of the file, the examples of the folder, or both together. */
async function topicOf({ topic: file, examples: dir }: Options): Promise<Topic> {
  if (file === undefined && dir === undefined) {
    throw new UsageError('judge needs something to judge by: --topic FILE, --examples DIR, or both');
  }
  const { loadExamples, loadTopic } = await import('../settings/load.ts');
  const topic = file === undefined ? UNNAMED : await loadTopic(file);
  const shown = dir === undefined ? [] : await loadExamples(['*.{txt,md,html,json,jsonl}'], dir);
  const positive = [...topic.examples.positive, ...shown];
  if (positive.length === 0 && topic.facets.length === 0) {
    throw new Failure(
      `${file} has neither facets nor examples; add some, or show examples by --examples DIR`,
    );
  }
  return { ...topic, examples: { ...topic.examples, positive } };
}

/** What there is to a topic that is given by examples only. */
const UNNAMED: Topic = {
  id: 'examples',
  title: 'Like the examples',
  description: null,
  facets: [],
  concepts: [],
  tags: [],
  exclude: [],
  examples: { positive: [], negative: [] },
  thresholds: { accept: 'auto', review: 'auto' },
  breadth: 'normal',
  hash: '',
};

/** More shows nothing new, and would have to be held in memory. */
const BACKGROUND_MOST = 5_000;

async function learnerFor(
  topic: Topic,
  { background: file }: Options,
  { services }: Context,
): Promise<Learner> {
  const { loadExamples } = await import('../settings/load.ts');
  const background = file === undefined ? [] : (await loadExamples([file], '')).slice(0, BACKGROUND_MOST);
  const { openLearner } = await import('../judge/learner.ts');
  const learner = openLearner(topic, await Promise.all(background.map(fromExample)));
  for (const lack of learner.lacks) services.log.warn(lack);
  return learner;
}

async function fromExample({ title, text, language }: Example): Promise<Readable> {
  const { detectLanguage } = await import('../text/language.ts');
  return { title, summary: '', text, language: detectLanguage(`${title}\n${text}`, { stated: language }) };
}

type Detect = typeof import('../text/language.ts').detectLanguage;

function fromLine(line: JsonLine, detectLanguage: Detect): Readable {
  const title = textField(line, 'title') ?? '';
  const text = textField(line, 'text');
  const language = detectLanguage(`${title}\n${text ?? ''}`, { stated: textField(line, 'language') });
  return { title, summary: '', text, language };
}

function answerOf({ language }: Readable, { decision, score, reasons }: Verdict) {
  return { verdict: decision, accepted: decision === 'accepted', score, language, reasons };
}
