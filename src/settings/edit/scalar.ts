/** A value as YAML: words stand as they are, everything that could be taken for something else in quotes. */
export function scalar(value: string | boolean): string {
  const plain =
    typeof value === 'boolean' || (/^\p{L}[\p{L}\p{N}_./ -]*$/u.test(value) && !RESOLVED.test(value));
  return plain && !/ $/.test(String(value)) ? String(value) : JSON.stringify(value);
}

/** What this or another YAML version takes for a truth value or nothing. */
const RESOLVED = /^(?:true|false|yes|no|on|off|null|y|n)$/i;
