import { counted } from './wording.ts';

/** What went wrong at a source, in a sentence. */
interface Failure {
  readonly sourceId: string;
  readonly message: string;
}

/** As many failures of one kind have one cause, such as a machine without a network, and are told as one. */
const MANY = 4;

/**
 * Failures as lines, in their order; those that differ only in the address they speak of stand in one line where they are many.
 */
export function failureLines(failures: readonly Failure[]): readonly string[] {
  const byKind = Map.groupBy(failures, ({ message }) => message.replace(/\bhttps?:\S+/g, ''));
  return [...byKind.values()].flatMap((alike) => {
    const lines = alike.map(({ sourceId, message }) => `${sourceId}: ${message}`);
    const [first, ...others] = lines;
    if (first === undefined || alike.length < MANY) return lines;
    return [`${first}; the same of ${counted(others.length, 'other')}`];
  });
}
