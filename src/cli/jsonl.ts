import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** A line of a plumbing command: an object with an id that the answer repeats. */
export interface JsonLine {
  readonly id: string | number;
  readonly [key: string]: unknown;
}

/**
 * Lines of a byte stream. A line ends at `\n` only (a preceding `\r` is dropped): U+2028 inside a line is text, which
 * is why node:readline will not do.
 */
async function* lines(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const parts = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The id of a line as far as it can be told, so that even a bad line is answered under its own. */
function parseLine(line: string): { ok: true; value: JsonLine } | { ok: false; id: unknown; error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { ok: false, id: null, error: `not JSON: ${message(error)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, id: null, error: 'expected a JSON object with an id' };
  }
  const id = (value as { id?: unknown }).id;
  if (typeof id !== 'string' && typeof id !== 'number') {
    return { ok: false, id: null, error: 'expected an id: a string or a number' };
  }
  return { ok: true, value: value as JsonLine };
}

/**
 * Answers each input line by one output line with the same id, before the next line is needed. A bad line is answered
 * by `{id, error}`; so is one whose answer throws. Waits for a slow reader.
 *
 * @param answer what follows the id; several objects give several lines (the first answers this line, others revise
 *   earlier ones and carry ids of their own).
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (line: JsonLine) => Promise<object | readonly object[]> | object | readonly object[],
): Promise<void> {
  const write = async (value: object): Promise<void> => {
    if (output.write(`${JSON.stringify(value)}\n`)) return;
    await once(output, 'drain');
  };
  for await (const line of lines(input)) {
    if (line.trim() === '') continue;
    const parsed = parseLine(line);
    if (!parsed.ok) {
      await write({ id: parsed.id, error: parsed.error });
      continue;
    }
    const { id } = parsed.value;
    try {
      const answers = [await answer(parsed.value)].flat() as readonly object[];
      for (const value of answers) await write({ id, ...value });
    } catch (error) {
      await write({ id, error: message(error) });
    }
  }
}

/** A string field; absent and empty count alike. */
export function textField(line: JsonLine, key: string): string | null {
  const value = line[key];
  return typeof value === 'string' && value !== '' ? value : null;
}
