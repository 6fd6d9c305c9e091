import type { Fault } from './problem.ts';

/** The fields of a cron line, with the highest value of each. */
const FIELDS = [
  ['minute', 59],
  ['hour', 23],
  ['day of month', 31],
  ['month', 12],
  ['day of week', 7],
] as const;

const LINE = `five fields (${FIELDS.map(([name]) => name).join(', ')}), such as "*/10 * * * *"`;

/**
 * What is wrong with a cron line; null: nothing. Stricter than node-cron, which also takes a sixth field, of seconds, and a step
 * that is longer than its field: with it, every ninety minutes would be the first minute of each hour.
 */
export async function cronFault(line: string): Promise<Fault | null> {
  const fields = line.trim().split(/\s+/);
  for (const [at, [name, highest]] of FIELDS.entries()) {
    const steps = Array.from((fields[at] ?? '').matchAll(/\/(\d+)/g), ([, step]) => Number(step));
    const step = steps.find((one) => one > highest);
    if (step === undefined) continue;
    return { what: `has a step of ${step} in its ${name}`, expected: `a step of 1 to ${highest} there` };
  }
  const { validate } = await import('node-cron');
  return fields.length === FIELDS.length && validate(line)
    ? null
    : { what: 'is no cron line', expected: LINE };
}
