/** How a promise that is not kept is said. */

/** Empty where it is kept. */
export const differs = (what: string, found: number | undefined, expected: number | undefined): string[] =>
  found === expected ? [] : [`${what}: ${found} in place of ${expected}`];
