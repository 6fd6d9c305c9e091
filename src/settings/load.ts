import { glob, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Settings } from '../domain/settings.ts';
import type { Source } from '../domain/source.ts';
import type { Example, Topic } from '../domain/topic.ts';
import { check } from './check.ts';
import type { ListedConcept } from './concepts-csv.ts';
import {
  type Document,
  fileProblem,
  type Issue,
  locate,
  type Path,
  refuse,
  SettingsError,
  together,
} from './problem.ts';
import { texts } from './rules.ts';
import { DEFAULT_CRON, type ProgramFile, programSchema } from './schema/program.ts';
import { sourcesSchema } from './schema/sources.ts';
import { topicSchema } from './schema/topic.ts';
import { sourceRules, toSource } from './sources.ts';
import { toTopic } from './topic.ts';
import { listedProblems, topicRules } from './topic-rules.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads and checks a folder of settings: topicwatch.yaml, sources.yaml, and the topics in topics/, in the order of their
 * file names.
 *
 * @throws SettingsError with the problems of all files.
 */
export async function loadSettings(dir: string): Promise<Settings> {
  const sources = loadSources(dir);
  const sourceIds = sources.then(
    (known) => known.map(({ id }) => id),
    () => null, // reported by itself; what is wrong with the topics is found all the same
  );
  const [program, known, topics] = await together<[ProgramFile, readonly Source[], readonly Topic[]]>([
    loadProgram(dir),
    sources,
    sourceIds.then((ids) => loadTopics(join(dir, 'topics'), ids)),
  ]);
  return {
    ...program,
    dir: resolve(dir),
    store: resolve(dir, program.store.slice('sqlite:'.length)),
    publish: {
      ...program.publish,
      dir: resolve(dir, program.publish.dir),
      baseUrl: asFolder(program.publish.baseUrl),
    },
    web: {
      ...program.web,
      baseUrl: asFolder(program.web.baseUrl),
      hosts: [
        ...program.web.hosts,
        ...(program.web.baseUrl === null ? [] : [new URL(program.web.baseUrl).host]),
      ],
    },
    sources: known,
    topics,
  };
}

/** An address that others are resolved against has to end in a slash. */
const asFolder = (address: string | null): string | null => address?.replace(/\/?$/, '/') ?? null;

/** Reads and checks the sources of a folder of settings. Throws like `loadSettings`. */
export async function loadSources(dir: string): Promise<readonly Source[]> {
  return checkSources(await readSettings(join(dir, 'sources.yaml')), dir);
}

/** What a document says as the sources.yaml of a folder. Throws like `loadSettings`. */
export function checkSources(document: Document, dir: string): readonly Source[] {
  const list = { ...document, value: document.value ?? [] }; // a file of comments alone
  const where = placeNamer(document);
  return check(list, sourcesSchema, (value) => sourceRules(value, resolve(dir), where)).map(toSource);
}

/**
 * Reads and checks one topic, YAML or JSON, with the files it names: concepts from CSV, and examples.
 *
 * @param sources ids of the configured sources that a tag may ask for; null: not known, and not checked.
 * @throws SettingsError
 */
export async function loadTopic(file: string, sources: readonly string[] | null = null): Promise<Topic> {
  return (await readTopic(file, sources)).topic;
}

/** What a text says as the topic file of that path, which names other files by theirs. Throws like `loadTopic`. */
export async function topicOf(text: string, file: string, sources: readonly string[] | null): Promise<Topic> {
  return (await readTopic(file, sources, readYaml(text, shownPath(file)))).topic;
}

async function readTopic(file: string, sources: readonly string[] | null, read?: Document) {
  const document = read ?? (await readSettings(file));
  const lists = await together(
    texts(document.value, 'conceptsFrom.*').map(({ value }) => loadConcepts(resolve(dirname(file), value))),
  );
  const surroundings = { listed: lists.flat(), sources, where: placeNamer(document) };
  const content = check(document, topicSchema, (value) => topicRules(value, surroundings));
  refuse(listedProblems(document.value, surroundings));
  const [positive, negative] = await together([
    loadExamples(content.examples.positive, dirname(file)),
    loadExamples(content.examples.negative, dirname(file)),
  ]);
  return { document, topic: toTopic(content, { listed: lists.flat(), positive, negative }) };
}

/**
 * What sources.yaml and the topic files say, by their path in the folder of the settings: `topics/russia-dprk.yaml`.
 *
 * @throws SettingsError where one cannot be read
 */
export async function settingsTexts(dir: string): Promise<ReadonlyMap<string, string>> {
  const topics = await topicFiles(join(dir, 'topics'));
  const files = ['sources.yaml', ...topics.map((name) => `topics/${name}`)];
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readText(join(dir, file))] as const)),
  );
}

async function topicFiles(dir: string): Promise<readonly string[]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw trouble(dir, error);
  });
  return names.filter((name) => /^[^.].*\.(?:ya?ml|json)$/.test(name)).toSorted();
}

async function loadTopics(dir: string, sources: readonly string[] | null): Promise<readonly Topic[]> {
  const files = await topicFiles(dir);
  if (files.length === 0) {
    const advice = 'write one to topics/ID.yaml, or run "topicwatch init"';
    throw new SettingsError([fileProblem(shownPath(dir), 'there is no topic', advice)]);
  }
  const read = await together(files.map((name) => readTopic(join(dir, name), sources)));
  const first = new Map<string, Document>();
  for (const { topic, document } of read) {
    const before = first.get(topic.id);
    first.set(topic.id, before ?? document);
    if (!before) continue;
    const what = `is given to two topics, first at ${placeNamer(before)(['id'])}`;
    const fault = { what, expected: 'an id of its own for each topic' };
    throw new SettingsError([locate(document, { path: ['id'], value: topic.id, ...fault })]);
  }
  return read.map(({ topic }) => topic);
}

async function loadProgram(dir: string): Promise<ProgramFile> {
  const document = await readSettings(join(dir, 'topicwatch.yaml'));
  const cron = texts(document.value, 'schedule.cron').filter(({ value }) => value !== DEFAULT_CRON);
  const faults: Issue[] = [];
  for (const { value, path } of cron) {
    const { cronFault } = await import('./cron.ts');
    const fault = await cronFault(value);
    if (fault) faults.push({ path, value, ...fault });
  }
  return check({ ...document, value: document.value ?? {} }, programSchema, () => faults);
}

/**
 * The documents of the files that paths and patterns name, in the order of their paths, each id once.
 *
 * @param patterns relative to `dir`; `*`, `**`, `?`, `[…]` and `{…}` stand for parts of names.
 * @throws SettingsError where a pattern names no file, or a file holds no document.
 */
export async function loadExamples(patterns: readonly string[], dir: string): Promise<readonly Example[]> {
  const files = (await together(patterns.map((pattern) => filesNamed(pattern, dir)))).flat();
  if (files.length === 0) return [];
  const { readExamples } = await import('./examples.ts');
  const unique = [...new Set(files)].toSorted();
  const read = unique.map(async (file) => readExamples(shownPath(file), await readText(file)));
  const taken = new Set<string>();
  return (await together(read)).flat().map((example) => {
    let id = example.id;
    for (let copy = 2; taken.has(id); copy += 1) id = `${example.id}-${copy}`;
    taken.add(id);
    return { ...example, id };
  });
}

async function filesNamed(pattern: string, dir: string): Promise<readonly string[]> {
  if (!/[*?[{]/.test(pattern)) return [resolve(dir, pattern)];
  const files: string[] = [];
  for await (const file of await matching(pattern, dir)) files.push(resolve(dir, file));
  if (files.length > 0) return files;
  const advice = 'put documents there, or take the pattern off the examples of the topic';
  throw new SettingsError([fileProblem(shownPath(join(dir, pattern)), 'no file is named like this', advice)]);
}

/** The usual pattern, `examples/*.txt`, does without Node's matcher: to load that takes every run 10 ms. */
async function matching(pattern: string, dir: string): Promise<Iterable<string> | AsyncIterable<string>> {
  const [, folder, ending] = /^((?:[^*?[{]*\/)?)\*([^*?[{/]*)$/.exec(pattern) ?? [];
  if (folder === undefined || ending === undefined) return glob(pattern, { cwd: dir });
  const names = await readdir(resolve(dir, folder)).catch(() => []);
  return names.flatMap((name) => (!name.startsWith('.') && name.endsWith(ending) ? [folder + name] : []));
}

async function loadConcepts(file: string): Promise<readonly ListedConcept[]> {
  const { readConcepts } = await import('./concepts-csv.ts');
  return readConcepts(await readText(file), shownPath(file));
}

/** A file of settings as a document, named in messages by its path from the working directory. */
async function readSettings(file: string): Promise<Document> {
  return readYaml(await readText(file), shownPath(file));
}

/** A file of settings as text: UTF-8 and nothing else. Throws a SettingsError. */
export async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    throw trouble(file, error as NodeJS.ErrnoException);
  }
}

const BY_INIT: ReadonlySet<string> = new Set(['topicwatch.yaml', 'sources.yaml']);
const START = 'run "topicwatch init", or name the folder of the settings with --config';

/** What the file system says, with what to do about it. */
function trouble(file: string, error: NodeJS.ErrnoException): SettingsError {
  const says = (what: string, advice: string) =>
    new SettingsError([fileProblem(shownPath(file), what, advice)]);
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return says('there is no such file', BY_INIT.has(basename(file)) ? START : 'check the path');
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return says('it is not UTF-8 text', 'save it in that encoding');
    case 'EISDIR':
      return says('it is a folder', 'name a file');
    default:
      return says(
        `it cannot be read (${error.code ?? error.message})`,
        'let the user topicwatch runs as read it',
      );
  }
}

/** A path as a person would write it here: from the working directory where it lies below it. */
export function shownPath(file: string): string {
  const path = relative('', file);
  return path.startsWith('..') ? resolve(file) : path;
}

const placeNamer =
  (document: Document) =>
  (path: Path): string => {
    const { line, column } = document.place(path);
    return `${document.file}:${line}:${column}`;
  };
