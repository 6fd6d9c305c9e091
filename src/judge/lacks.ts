import { type CompiledTopic, names } from './compile.ts';
import type { Lessons } from './lessons.ts';

/** What examples and labels leave open, each in a sentence that says what to do. Empty: nothing. */
export function lacksOf({ topic, find }: CompiledTopic, lessons: Lessons): readonly string[] {
  const lacks = [
    ...lessons.empty.map((id) => `example ${id} holds no word that tells anything; it was left out`),
    ...lessons.contradicted.map(
      (id) =>
        `example ${id} was labelled otherwise as an article; the label counts. Take the example out, or the label back`,
    ),
  ];
  const examples = topic.examples.positive;
  if (lessons.positive.length === 1)
    lacks.push('one example shows nothing of how wide the topic is; five make a working topic');
  if (topic.facets.length === 0 && lessons.positive.length === 0)
    lacks.push('the topic has neither facets nor examples, so that nothing can be accepted; give it either');
  if (examples.length > 0) {
    const mentions = examples.flatMap(({ title, text }) => [
      ...find(title, 'title').mentions,
      ...find(text, 'body').mentions,
    ]);
    for (const { id, title, required } of topic.facets) {
      const side = { title, facets: new Set([id]) };
      if (required && !mentions.some((mention) => names(mention, side)))
        lacks.push(
          `no example names ${title} (facet ${id}), so none of them would be accepted; add the names they use to its concepts`,
        );
    }
  }
  return lacks;
}
