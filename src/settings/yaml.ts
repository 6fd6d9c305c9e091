import { loadAll, YAMLException } from 'js-yaml';
import { type Document, type Problem, placeOf, problemAt, SettingsError, shown } from './problem.ts';
import { type Node, yamlTree, yamlTrees } from './yaml-tree.ts';

/** Enough for anchors that people write by hand, too few for a document that grows when it is read. */
const MAX_ALIASES = 100;

/**
 * Reads one YAML 1.2 document (so also JSON): core schema, no custom tags, no merge keys, unique keys, few aliases. A byte
 * order mark and CRLF are fine. Where things stand is looked up only when there is something to report, since most files
 * are right.
 *
 * @param file what to call the document in messages.
 * @throws SettingsError where it is no YAML.
 */
export function readYaml(text: string, file: string): Document {
  try {
    return { file, ...construct(text, file), place: placeFinder(text) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const fault = { what: `cannot be read here: ${error.reason}`, expected: READABLE };
    throw new SettingsError([problemAt(file, placeOf(text, error.mark?.position ?? 0), 'YAML', fault, null)]);
  }
}

const READABLE =
  'one document, indented by spaces, without tags of its own, and quotes around a value that holds ": " or " #" or begins with a sign';

function construct(text: string, file: string): Pick<Document, 'value' | 'problems'> {
  const options = { maxAliases: MAX_ALIASES };
  try {
    return { value: only(loadAll(text, options), text), problems: [] };
  } catch (error) {
    const tree = yamlTree(text);
    const problems = tree ? [...repeatedKeys(tree, text, file)] : [];
    if (problems.length === 0) throw error;
    return { value: only(loadAll(text, { ...options, json: true }), text), problems };
  }
}

function only(documents: readonly unknown[], text: string): unknown {
  if (documents.length < 2) return documents[0] ?? null;
  return YAMLException.throwAt(text, yamlTrees(text)[1]?.start ?? 0, 'a second document begins');
}

function* repeatedKeys({ kind, entries }: Node, text: string, file: string): Generator<Problem> {
  const seen = new Map<string, number>();
  for (const { name, start, value } of entries) {
    const first = seen.get(name);
    if (kind === 'mapping' && first !== undefined) {
      const what = `stands twice in one mapping, first in line ${placeOf(text, first).line}`;
      const fault = { what, expected: 'every key once' };
      yield problemAt(file, placeOf(text, start), `key ${shown(name)}`, fault, name);
    } else seen.set(name, start);
    yield* repeatedKeys(value, text, file);
  }
}

function placeFinder(text: string): Document['place'] {
  let tree: Node | null | undefined;
  return (path, atKey = false) => {
    tree ??= yamlTree(text);
    let node = tree;
    let place = node?.start ?? 0;
    for (const [depth, part] of path.entries()) {
      const entry = node?.entries.find(({ name }) => name === String(part));
      if (!entry) break;
      const wantsKey = atKey && depth === path.length - 1;
      const isWritten = entry.value.end > entry.value.start;
      place = isWritten && !wantsKey ? entry.value.start : entry.start;
      node = entry.value;
    }
    return placeOf(text, place);
  };
}
