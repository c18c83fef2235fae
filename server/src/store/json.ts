/** JSON columns: written by our own functions from typed values, so read back as that type without parsing again. */

export function toJson(value: unknown): string {
  return JSON.stringify(value);
}

/** Only for columns that `toJson` of the same type filled. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}
