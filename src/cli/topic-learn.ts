import { basename, join } from 'node:path';
import { FileTrouble } from '../domain/ports.ts';
import type { Topic } from '../domain/topic.ts';
import type { EditedFile } from '../settings/edit/topic-file.ts';
import type { ExampleFile } from '../settings/example-files.ts';
import type { Lack } from '../watchlist/draft/lacks.ts';
import type { DraftDocument } from '../watchlist/draft/mentions.ts';
import { type Context, show, UsageError } from './context.ts';
import { backgroundFile, copiesIn, draftTopicFile } from './topic-draft.ts';
import { oneTopic } from './topics.ts';
import { counted } from './wording.ts';

export interface LearnOptions {
  readonly topic?: string;
  readonly new?: string;
  readonly title?: string;
  readonly background?: string;
  readonly write?: boolean;
}

export async function learn(
  context: Context,
  paths: readonly string[],
  options: LearnOptions,
): Promise<void> {
  if (options.topic !== undefined && options.new !== undefined)
    throw new UsageError('--topic names a topic that is there, --new one that is not; give one of them');
  await (options.new === undefined
    ? teach(context, paths, options)
    : create(context, options.new, paths, options));
}

/** Writes the file of a new topic, and the documents beside it. */
async function create(
  context: Context,
  id: string,
  paths: readonly string[],
  { title, background }: LearnOptions,
): Promise<void> {
  const { ID_PATTERN } = await import('../settings/schema/parts.ts');
  const { writeSettings } = await import('../settings/edit/save.ts');
  const { topics } = await context.services.settings();
  if (!ID_PATTERN.test(id))
    throw new UsageError(`${id} is no id; write small letters, digits and hyphens, like harbour-strike`);
  if (topics.some((topic) => topic.id === id))
    throw new UsageError(`there is a topic ${id} already; with --topic ${id} it learns from these documents`);
  const { text, examples, advice } = await draftTopicFile(paths, {
    id,
    title: title ?? id.replaceAll('-', ' '),
    background: await backgroundFor(context, background),
    taken: topics,
  });
  const files = new Map([[`${id}.yaml`, text], ...examples]);
  const written = await writeSettings(join(context.configDir, 'topics'), files);
  show(context, { topic: id, written }, () =>
    [...written, '', ...advice, 'Edit it, then see how well it does: topicwatch topic check'].join('\n'),
  );
}

/** Shows what a topic lacks of what documents hold and, where it is asked to, writes it. */
async function teach(context: Context, paths: readonly string[], options: LearnOptions): Promise<void> {
  const { draftFrom } = await import('../pipeline/topic-draft.ts');
  const { examplesFolder } = await import('../settings/example-files.ts');
  const { withLacks } = await import('../settings/edit/lacks.ts');
  const { lineDiff } = await import('../text/line-diff.ts');
  const { lacksOf } = await import('../watchlist/draft/lacks.ts');
  const topic = oneTopic(await context.services.settings(), options.topic);
  const folder = examplesFolder(topic.id);
  const files = await newExamples(context, topic, folder, paths);
  const draft = draftFrom(
    files.flatMap(({ documents }) => documents),
    await backgroundFor(context, options.background),
  );
  const lacks = files.length === 0 ? [] : lacksOf(topic, draft);
  const change =
    files.length === 0 ? null : await withLacks(context.configDir, topic.id, lacks, `${folder}/*`);
  const written = options.write && change ? await write(context, change, copiesIn(folder, files)) : [];
  const diff = change ? lineDiff(basename(change.path), change.before, change.after) : '';
  show(context, { topic: topic.id, lacks, examples: files.map(({ name }) => name), diff, written }, () =>
    inWords(lacks, files, diff, written),
  );
}

async function write(
  { configDir }: Context,
  { path, before, after }: EditedFile,
  examples: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const { replaceFile, writeSettings } = await import('../settings/edit/save.ts');
  const written = await writeSettings(join(configDir, 'topics'), examples);
  if (after !== before) await replaceFile(path, before, after);
  return [...(after === before ? [] : [basename(path)]), ...written];
}

function inWords(
  lacks: readonly Lack[],
  files: readonly ExampleFile[],
  diff: string,
  written: readonly string[],
): string {
  if (files.length === 0) return 'these documents are among its examples already; nothing to learn';
  const concepts = lacks.filter(({ kind }) => kind === 'concept').length;
  const summary = `${counted(concepts, 'new concept')}, ${counted(lacks.length - concepts, 'new name')}, ${counted(files.length, 'new example')}`;
  if (written.length > 0) return [diff, summary, ...written.map((path) => `wrote ${path}`)].join('\n');
  return [diff, summary, 'nothing was written; do it with --write, then take out what does not belong'].join(
    '\n',
  );
}

/** The files that hold a document the topic does not have among its examples yet, wherever those lie. */
async function newExamples(
  { configDir, services }: Context,
  { examples }: Topic,
  folder: string,
  paths: readonly string[],
): Promise<readonly ExampleFile[]> {
  const { readExampleFiles } = await import('../settings/example-files.ts');
  const taken = await services.files.list(join(configDir, 'topics', folder)).catch((error: unknown) => {
    if (error instanceof FileTrouble) return []; // the folder is made with the first example
    throw error;
  });
  const files = await readExampleFiles(
    paths,
    taken.map((path) => basename(path)),
  );
  const known = new Set(examples.positive.map(({ title, text }) => `${title}\n${text}`));
  return files.filter(({ documents }) =>
    documents.some(({ title, text }) => !known.has(`${title}\n${text}`)),
  );
}

async function backgroundFor(context: Context, file: string | undefined): Promise<readonly DraftDocument[]> {
  if (file !== undefined) return backgroundFile(file);
  const { backgroundOf } = await import('../pipeline/topic-draft.ts');
  return backgroundOf(await context.services.store());
}
