declare module 'html-encoding-sniffer' {
  /** @returns the name of the encoding; the default where neither a byte order mark nor a `meta` element states one. */
  export default function sniff(
    bytes: Uint8Array,
    options: { readonly defaultEncoding: string | null },
  ): string | null;
}
