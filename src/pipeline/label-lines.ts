import { z } from 'zod';
import type { Label, Labelled } from '../domain/label.ts';
import { setLabels } from './labels.ts';
import type { Services } from './services.ts';

/** A label as it travels: ids are a corpus' own, addresses are everyone's, and the title is for people. */
const lineSchema = z.object({
  topic: z.string().min(1),
  article: z.string().default(''),
  url: z.string().nullable().default(null),
  title: z.string().default(''),
  answer: z.enum(['yes', 'no']),
  at: z.iso.datetime(),
});
type LabelLine = z.infer<typeof lineSchema>;

/** What is written of labels, a line each, in the order given; the same labels give the same lines. */
export function labelLines(labelled: readonly Labelled[]): readonly LabelLine[] {
  return labelled.map(({ label: { topicId, articleId, answer, at }, article: { url, title } }) => {
    return { topic: topicId, article: articleId, url, title, answer, at };
  });
}

/** What became of labels from elsewhere. */
export interface LabelsImported {
  readonly labels: readonly Label[];
  /** For people: which lines were left out, and why. */
  readonly leftOut: readonly string[];
}

/**
 * Sets the labels of JSON lines, as far as this corpus holds their articles and the settings their topics. Where there are two
 * on one article the later line counts.
 */
export async function importLabels(services: Services, text: string): Promise<LabelsImported> {
  const labels: Label[] = [];
  const leftOut: string[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const label = await labelOf(services, line);
    if (typeof label === 'string') leftOut.push(`line ${at + 1}: ${label}`);
    else labels.push(label);
  }
  await setLabels(services, labels);
  return { labels, leftOut };
}

/** @returns the label a line speaks of, or why there is none. */
async function labelOf(services: Services, text: string): Promise<Label | string> {
  const line = read(text);
  if (typeof line === 'string') return line;
  const { topic, answer, at, url } = line;
  const { topics } = await services.settings();
  if (!topics.some(({ id }) => id === topic)) {
    return `no topic has the id ${topic}; there are ${topics.map(({ id }) => id).join(', ') || 'none'}`;
  }
  const store = await services.store();
  const article = (await store.find(line.article)) ?? (url === null ? null : await store.find(url));
  if (article !== null)
    return { articleId: article.id, topicId: topic, answer, at: new Date(at).toISOString() };
  const named = [line.article, url ?? ''].filter((name) => name !== '').join(' or ');
  return `the corpus holds no article ${named}; poll its source or import it, then import the labels again`;
}

/** @returns the line, or what is wrong with it. */
function read(text: string): LabelLine | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is not JSON; labels are read as `topicwatch label export` prints them';
  }
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'is no label'}`;
}
