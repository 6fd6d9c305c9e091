/**
 * Which of the old stories each new group goes on: the group with the most members of a story keeps its id, so that an id
 * once given goes on pointing to the same event. A story goes on in one group at most, a group goes on one story at most.
 *
 * @param groups articles, in the order they arrived.
 * @param storyOf the story an article was in; undefined: it is new.
 * @param weigh how much an article speaks for its story.
 * @returns by group; undefined: none, it is a new story.
 */
export function inherit<A>(
  groups: readonly (readonly A[])[],
  storyOf: (article: A) => string | undefined,
  weigh: (article: A) => number = () => 1,
): readonly (string | undefined)[] {
  const claims: { readonly group: number; readonly story: string; readonly overlap: number }[] = [];
  for (const [group, articles] of groups.entries()) {
    const overlaps = new Map<string, number>();
    for (const article of articles) {
      const story = storyOf(article);
      if (story !== undefined) overlaps.set(story, (overlaps.get(story) ?? 0) + weigh(article));
    }
    for (const [story, overlap] of overlaps) claims.push({ group, story, overlap });
  }
  // The sort is stable: of equal claims the one of the earlier article goes first.
  claims.sort((a, b) => b.overlap - a.overlap);
  const inherited: (string | undefined)[] = groups.map(() => undefined);
  const taken = new Set<string>();
  for (const { group, story } of claims) {
    if (inherited[group] !== undefined || taken.has(story)) continue;
    inherited[group] = story;
    taken.add(story);
  }
  return inherited;
}
