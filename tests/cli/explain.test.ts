import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Home, makeHome, topicwatch } from '../end-to-end/program.ts';

const document = (id: string, title: string, text: string) => ({
  id,
  url: `https://gazette.example/${id}`,
  title,
  text,
});
const FERRY =
  'Caldmoor and Brae have put the ferry Osprey back into service after four months in the yard at Imber. Captain Marta Quillfeather took 212 passengers from Caldmoor to Brae on the first morning.';
const DOCUMENTS = [
  document('ferry', 'Ferry Osprey sails again between Caldmoor and Brae', FERRY),
  document(
    'osprey',
    'Osprey back on the crossing from Caldmoor to Brae',
    'The ferry Osprey, four months in the yard at Imber, is back on the crossing from Caldmoor to Brae. On the first morning 212 passengers were with Captain Marta Quillfeather.',
  ),
  document(
    'choir',
    'Choirs of Caldmoor and Brae sing together',
    'The choirs of Caldmoor and Brae sang the winter songs of Odo Larkspur in the old granary. Caldmoor sent forty voices, Brae thirty.',
  ),
  document('bell', 'Tansy Vale paints its bell', 'The paint is green.'),
];

let home: Home;
beforeEach(async () => {
  home = makeHome({});
  const file = join(home.dir, 'documents.jsonl');
  writeFileSync(file, DOCUMENTS.map((one) => JSON.stringify(one)).join('\n'));
  await explained('import', file);
});
afterEach(() => rmSync(home.dir, { recursive: true }));

async function explained(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await topicwatch(['--config', home.config, ...args]);
  expect(code, stderr + stdout).toBe(0);
  return stdout;
}

test('explain tells why an article is in, and why it is in its story and not in the next', async () => {
  const said = await explained('explain', 'https://gazette.example/osprey');
  expect(said).toMatch(/ · (?:published|first seen) \d{4}-\d\d-\d\d \d\d:\d\d UTC · /);
  expect(said).toMatch(/caldmoor-brae: accepted, score 0\.\d\d \(accepted from 0\.\d\d/);
  expect(said).toMatch(/\+\d\.\d\d {2}“Caldmoor” in the title.*: names caldmoor for caldmoor/);
  expect(said).toMatch(
    /in story \w{8}, beside one other account\n {2}like them {7}0\.\d\d.*sharing .*osprey/,
  );
  expect(said).toMatch(/next story +\w{8}, “Choirs of Caldmoor and Brae sing together”/);
});

test('explain says the same to programs', async () => {
  const [first] = JSON.parse(await explained('--json', 'explain', 'https://gazette.example/osprey')) as [
    { stories: readonly [{ because: object }] },
  ];
  expect(first.stories[0].because).toMatchObject({ held: false, others: 1 });
});

test('a label is told of before all else', async () => {
  await explained('label', 'no', 'https://gazette.example/choir');
  await explained('run');
  const said = await explained('explain', 'https://gazette.example/choir');
  expect(said).toMatch(/: rejected, score/);
  expect(said).toContain('because        a person said no');
  expect(said).not.toContain('in story');
});

test('an article outside is told what is missing', async () => {
  const said = await explained('explain', 'https://gazette.example/bell');
  expect(said).toContain('missing        caldmoor, brae');
  expect(said).toContain('would change   It would have been');
});
