/** Suggests a name by which an admin will know this browser in the list. */

/** `Chrome on Windows`, from the browser's own description of itself. */
export function suggestDeviceName(userAgent: string): string {
  const browserName = /Edg\//.test(userAgent) ? 'Edge' : 'Chrome';
  const system = SYSTEMS.find(([mark]) => userAgent.includes(mark))?.[1];
  return system ? `${browserName} on ${system}` : browserName;
}

const SYSTEMS: readonly (readonly [string, string])[] = [
  ['Windows', 'Windows'],
  ['CrOS', 'ChromeOS'],
  ['Mac OS X', 'Mac'],
  ['Android', 'Android'],
  ['Linux', 'Linux'],
];
