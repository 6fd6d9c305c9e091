import { expect, test } from 'vitest';
import { DocumentFault, documentKind, readDocuments } from '../../src/ingest/documents.ts';

test('a short first line of a text is its title', async () => {
  const [document] = await readDocuments('.txt', '\uFEFFFerry resumes\r\n\r\nIt runs twice a day again.\r\n');
  expect(document).toMatchObject({ title: 'Ferry resumes', text: 'It runs twice a day again.', url: null });
});

test('a first line that is a sentence is text', async () => {
  const [document] = await readDocuments('.txt', 'The ferry runs again.\nIt left at eight.');
  expect(document).toMatchObject({ title: '', text: 'The ferry runs again.\nIt left at eight.' });
});

test('Markdown loses its marks, and its front matter names it', async () => {
  const [document] = await readDocuments(
    '.md',
    '---\ntitle: Ferry resumes\n---\nThe **ferry** [runs](https://x.example).\n',
  );
  expect(document).toMatchObject({ title: 'Ferry resumes', text: 'The ferry runs.' });
});

test('a page is named by its heading and speaks the language it states', async () => {
  const html =
    '<html lang="ru-RU"><head><title>Сайт</title></head><body><h1>Паром ходит</h1><p>Снова.</p></body></html>';
  const [document] = await readDocuments('.html', html);
  expect(document).toMatchObject({ title: 'Паром ходит', language: 'ru' });
  expect(document?.text).toContain('Снова.');
});

test('JSON lines are a document each, with where they begin; blank lines are none', async () => {
  const lines =
    '{"id":7,"title":"A","text":"x","url":"https://a.example/1","published":"2026-01-05"}\n\n{"text":"y"}\n';
  const documents = await readDocuments('.jsonl', lines);
  expect(documents).toMatchObject([
    { id: '7', url: 'https://a.example/1', published: '2026-01-05T00:00:00.000Z', offset: 0 },
    { id: null, title: '', text: 'y', offset: lines.lastIndexOf('{') },
  ]);
});

test('what cannot be read says where', async () => {
  const broken = readDocuments('.jsonl', '{"text":"x"}\n{"text":}\n');
  await expect(broken).rejects.toThrow(DocumentFault);
  await expect(broken).rejects.toMatchObject({
    offset: expect.any(Number),
    expected: 'JSON, as RFC 8259 has it',
  });
  await expect(readDocuments('.json', '["x"]')).rejects.toThrow('is no record');
  await expect(readDocuments('.json', '{"title":["x"]}')).rejects.toThrow('has a title of ["x"]');
});

test('an address that is not on the web is none', async () => {
  const [document] = await readDocuments(
    '.json',
    '{"text":"x","url":"javascript:alert(1)","published":"never"}',
  );
  expect(document).toMatchObject({ url: null, published: null });
});

test('the kind of a document is told by the ending of its name', () => {
  expect([
    documentKind('a/b.TXT'),
    documentKind('notes.markdown'),
    documentKind('a.jsonl/x'),
    documentKind('x.pdf'),
  ]).toEqual(['.txt', '.markdown', null, null]);
});
