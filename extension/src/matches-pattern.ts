/** Which addresses lie under a match pattern. */

/** True when the address lies under a pattern such as `https://*.example.com/*`. */
export function matchesPattern(url: string, pattern: string): boolean {
  const match = /^(https?):\/\/(\*\.)?([^/]+)\/\*$/.exec(pattern);
  if (!match || !URL.canParse(url)) return false;
  const [, scheme, wildcard, host = ''] = match;
  const address = new URL(url);
  if (address.protocol !== `${scheme}:`) return false;
  // As in Chrome, a pattern without a port is good for every port.
  const shown = host.includes(':') ? address.host : address.hostname;
  return shown === host || (wildcard !== undefined && shown.endsWith(`.${host}`));
}
