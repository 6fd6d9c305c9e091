import { raw, html as tagged } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup that is finished: it stands in a template as it is. */
export type Html = HtmlEscapedString;

/** What may stand in a template: text is escaped, markup is not, nothing is left out, a list is put side by side. */
type Part = Html | string | number | null | undefined | false | readonly Part[];

/**
 * A template of HTML: whatever stands in `${}` is escaped unless it came from a template itself. Text from outside may so
 * stand in content and in quoted attributes alike. Nothing in it is awaited, so that it is text at once.
 */
export const html = tagged as (strings: TemplateStringsArray, ...parts: readonly Part[]) => Html;

/** Markup from the program's own hand, a style or a script; never for what comes from outside. */
export const trusted = (markup: string): Html => raw(markup);

/** Parts with something between them: `A · B`. */
export function joined(parts: readonly Part[], between: Part): readonly Part[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));
}
