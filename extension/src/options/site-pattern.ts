/** What a person types for a site, as a match pattern. Here alone: the list of public suffixes is large. */
import { getPublicSuffix } from 'tldts';

/** Why a text is no site. */
export type SiteRefusal = 'not-an-address' | 'not-a-web-page' | 'with-a-name' | 'too-wide';

/**
 * The match pattern of an address or pattern that a person typed: `ehr.example.com/login` gives
 * `https://ehr.example.com/*`, `https://*.example.com/*` stays. Refuses what would cover all sites.
 */
export function sitePattern(text: string): { ok: true; value: string } | { ok: false; error: SiteRefusal } {
  const match =
    /^(?:([a-z][a-z0-9+.-]*|\*):\/\/)?(\*\.)?((?:\[[\da-f:.]+\]|[^/?#\s@:]+)(?::\d+)?)(?:[/?#].*)?$/i.exec(
      text.trim(),
    );
  if (!match) return { ok: false, error: whyNoMatch(text.trim()) };
  const [, scheme = 'https', wildcard = '', hostAndPort = ''] = match;
  if (!/^https?$/i.test(scheme)) return { ok: false, error: scheme === '*' ? 'too-wide' : 'not-a-web-page' };
  if (!URL.canParse(`${scheme}://${hostAndPort}`)) return { ok: false, error: 'not-an-address' };
  const { host, hostname } = new URL(`${scheme}://${hostAndPort}`);
  // Chrome writes the star of a host as `%2a`.
  if (hostAndPort.includes('*') || hostname.includes('*')) return { ok: false, error: 'too-wide' };
  // `*.co.uk` and `*.github.io` are sites of many owners.
  if (
    wildcard &&
    hostname !== 'localhost' &&
    getPublicSuffix(hostname, { allowPrivateDomains: true }) === hostname
  )
    return { ok: false, error: 'too-wide' };
  return { ok: true, value: `${scheme.toLowerCase()}://${wildcard}${host}/*` };
}

function whyNoMatch(text: string): SiteRefusal {
  if (/^https?:\/\/[^/?#\s]*@/i.test(text)) return 'with-a-name';
  return /^(?!https?:)[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? 'not-a-web-page' : 'not-an-address';
}
