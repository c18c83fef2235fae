/** What a person types for a site, as a match pattern. */

/** Why a site could not be added. */
export type SiteRefusal = 'not-an-address' | 'not-a-web-page' | 'too-wide' | 'permission-refused';

/**
 * The match pattern of an address or pattern that a person typed: `ehr.example.com/login` gives
 * `https://ehr.example.com/*`, `https://*.example.com/*` stays. Refuses what would cover all sites.
 */
export function sitePattern(text: string): { ok: true; value: string } | { ok: false; error: SiteRefusal } {
  const match = /^(?:([a-z][a-z0-9+.-]*|\*):\/\/)?(\*\.)?([^/?#\s@:]+(?::\d+)?)(?:[/?#].*)?$/i.exec(
    text.trim(),
  );
  if (!match) return { ok: false, error: 'not-an-address' };
  const [, scheme = 'https', wildcard = '', hostAndPort = ''] = match;
  if (!/^https?$/i.test(scheme)) return { ok: false, error: scheme === '*' ? 'too-wide' : 'not-a-web-page' };
  if (!URL.canParse(`${scheme}://${hostAndPort}`)) return { ok: false, error: 'not-an-address' };
  const { host, hostname } = new URL(`${scheme}://${hostAndPort}`);
  if (hostname.includes('*')) return { ok: false, error: 'too-wide' };
  if (wildcard && !hostname.includes('.') && hostname !== 'localhost')
    return { ok: false, error: 'too-wide' };
  return { ok: true, value: `${scheme.toLowerCase()}://${wildcard}${host}/*` };
}

/** True when the address lies under a pattern made by `sitePattern`. */
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
