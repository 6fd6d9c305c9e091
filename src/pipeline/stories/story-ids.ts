import { uuidFrom } from '../../text/fingerprints.ts';

/**
 * Mints the id of a story that begins with some articles: that of the first whose own no other story has.
 *
 * @param isTaken by a story that the grouping does not hold.
 */
export function storyIds(
  topicId: string,
  isTaken: (id: string) => boolean,
): (articleIds: readonly string[], taken: (id: string) => boolean) => string {
  const mint = (articleId: string): string => uuidFrom('story', `${topicId} ${articleId}`);
  return (articleIds, taken) =>
    articleIds.map(mint).find((id) => !taken(id) && !isTaken(id)) ?? mint(articleIds.join(' '));
}
