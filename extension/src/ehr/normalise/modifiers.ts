/** Modifiers as pages write them. */

/**
 * The modifiers in one box, in order: `25`, `RT:59`, `25,59`, `GP 59`. Undefined when any part is not a modifier or
 * there are more than the four a line can carry: then a person must look.
 */
export function modifiers(text: string): string[] | undefined {
  const parts = text
    .toUpperCase()
    .split(/[\s:,;/-]+/)
    .filter((part) => part !== '');
  if (parts.length > 4 || parts.some((part) => !/^[A-Z0-9]{2}$/.test(part))) return undefined;
  return parts;
}
