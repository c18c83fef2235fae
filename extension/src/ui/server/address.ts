/** Reads the server address that a person types into the pairing form. */
import { err, ok, type Result } from '@claimside/shared/values';

const NOT_AN_ADDRESS = 'This is not a web address. It looks like https://claims.example.com.';

/**
 * The origin to speak to: `claims.example.com` becomes `https://claims.example.com`, this machine may use http.
 * Refuses other schemes, a user name or password in the address, and plain http to any other machine: tokens and
 * claims would travel readable.
 */
export function readServerAddress(typed: string): Result<string, string> {
  const text = typed.trim();
  if (text === '')
    return err('Enter the address of your Claimside server, for example https://claims.example.com.');
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${guessScheme(text)}://${text}`;
  let url: URL;
  try {
    url = new URL(withScheme);
  } catch {
    return err(NOT_AN_ADDRESS);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return err('The address must start with https://.');
  }
  if (!isPlainHost(url.hostname)) return err(NOT_AN_ADDRESS);
  if (url.username !== '' || url.password !== '') {
    return err('Leave user name and password out of the address.');
  }
  if (url.protocol === 'http:' && !isThisMachine(url.hostname)) {
    return err('Only https:// is safe for a server on another machine. Use https:// or ask your admin.');
  }
  return ok(url.origin);
}

/** Browsers also take names with blanks and stars, which name no machine and break Chrome's permission prompt. */
function isPlainHost(host: string): boolean {
  return /^\[[0-9a-f:.]+\]$|^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/.test(host);
}

function guessScheme(text: string): 'http' | 'https' {
  return isThisMachine(text.replace(/[/?#].*$/, '').replace(/:\d+$/, '')) ? 'http' : 'https';
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]';
}
