import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** An attribute as it stands in the document: its references are still in it. */
export type Attribute = readonly [name: string, value: string];

/** What an XML document holds, in its order. Text and attribute values still have their references in them. */
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
 * Tells a visitor the tags and texts of XML. Takes any string: what is no tag is text, and nothing has to be closed. It is
 * the tokenizer of htmlparser2; its parser would mend by rules of its own.
 */
export function visitTags(xml: string, visitor: TagVisitor): void {
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
      tag = xml.slice(start, end);
    },
    onattribname(start, end) {
      attribute = xml.slice(start, end);
      value = '';
    },
    onattribdata(start, end) {
      value += xml.slice(start, end);
    },
    onattribend() {
      attributes.push([attribute, value]);
    },
    onopentagend: () => opened(false),
    onselfclosingtag: () => opened(true),
    onclosetag: (start, end) => visitor.close(xml.slice(start, end)),
    ontext: (start, end) => visitor.text(xml.slice(start, end)),
    oncdata: (start, end, offset) => visitor.cdata(xml.slice(start, end - offset)),
    ondeclaration: (start, end) => visitor.declaration(xml.slice(start, end)),
    onattribentity: ignore,
    oncomment: ignore,
    onend: ignore,
    onprocessinginstruction: ignore,
    ontextentity: ignore,
  };
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, callbacks);
  tokenizer.write(xml);
  tokenizer.end();
}
