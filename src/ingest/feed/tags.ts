import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** An attribute as it stands in the document: its references are still in it. */
export type Attribute = readonly [name: string, value: string];

/** What an XML or HTML document holds, in its order. Text and attribute values still have their references in them. */
export interface TagVisitor {
  open(tag: string, attributes: readonly Attribute[], isEmpty: boolean): void;
  close(tag: string): void;
  text(data: string): void;
  /** The content of a CDATA section: what looks like a reference in it is none. */
  cdata(data: string): void;
  /** `DOCTYPE …`, `ENTITY …`: a markup declaration up to the first `>`. */
  declaration(data: string): void;
}

const NO_ATTRIBUTES: readonly Attribute[] = [];

/**
 * Tells a visitor the tags and texts of XML, or of HTML, whose scripts are no tags. Takes any string: what is no tag is text, and
 * nothing has to be closed. It is the tokenizer of htmlparser2; its parser would mend by rules of its own.
 */
export function visitTags(markup: string, visitor: TagVisitor, syntax: 'xml' | 'html' = 'xml'): void {
  let tag = '';
  let attributes: Attribute[] = [];
  let attribute = '';
  let value = '';
  const opened = (isEmpty: boolean): void => {
    visitor.open(tag, attributes.length === 0 ? NO_ATTRIBUTES : attributes, isEmpty);
    if (attributes.length > 0) attributes = [];
  };
  const ignore = (): void => {};
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      tag = markup.slice(start, end);
    },
    onattribname(start, end) {
      attribute = markup.slice(start, end);
      value = '';
    },
    onattribdata(start, end) {
      value += markup.slice(start, end);
    },
    onattribend() {
      attributes.push([attribute, value]);
    },
    onopentagend: () => opened(false),
    onselfclosingtag: () => opened(true),
    onclosetag: (start, end) => visitor.close(markup.slice(start, end)),
    ontext: (start, end) => visitor.text(markup.slice(start, end)),
    oncdata: (start, end, offset) => visitor.cdata(markup.slice(start, end - offset)),
    ondeclaration: (start, end) => visitor.declaration(markup.slice(start, end)),
    onattribentity: ignore,
    oncomment: ignore,
    onend: ignore,
    onprocessinginstruction: ignore,
    ontextentity: ignore,
  };
  const tokenizer = new Tokenizer({ xmlMode: syntax === 'xml', decodeEntities: false }, callbacks);
  tokenizer.write(markup);
  tokenizer.end();
}
