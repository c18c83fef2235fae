/** The address of a kind of page: what changes from patient to patient is taken out, nothing of a patient stays in. */
import { holdsTelling, literal } from '@claimside/shared/recipe';
import { isStableName } from './stable.ts';

const ANY = '[^/?#]+';

/** A pattern for path, query and hash. */
export function addressPattern(address: string, words: ReadonlySet<string>): string {
  const [, path = '/', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address) ?? [];
  const [, route, hashQuery] = /^#(!?\/[^?]*)(\?.*)?$/.exec(hash) ?? [];
  const asked = [...wordsOf(query, words), ...wordsOf(hashQuery ?? '', words)].map(
    (pair) => `(?=.*[?&]${pair}(?:[&#]|$))`,
  );
  const ofHash = route === undefined ? '' : `(?:\\?[^#]*)?#${segments(route, words)}`;
  return `^${asked.join('')}${segments(path, words)}${ofHash}/?(?=[?#]|$)`;
}

/** What a person may call it: its last word that is no id. */
export function addressName(address: string, words: ReadonlySet<string>): string {
  const route = /#!?(\/[^?]*)/.exec(address)?.[1] ?? '';
  const path = address.replace(/[?#].*$/, '');
  const last = [...path.split('/'), ...route.split('/')]
    .map(asWord)
    .findLast((part) => part !== '' && isKept(part, words));
  const name = (last ?? 'page').replace(/\.\w+$/, '').replace(/[-_.]+/g, ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const segments = (path: string, words: ReadonlySet<string>): string =>
  path
    .replace(/\/$/, '')
    .split('/')
    .map((segment) =>
      segment === '' || segment === '!' ? segment : isKept(asWord(segment), words) ? literal(segment) : ANY,
    )
    .join('/');

/** `view=visit`: short words in small letters that choose a view; never a number or a name. */
function wordsOf(query: string, words: ReadonlySet<string>): string[] {
  return [...new URLSearchParams(query)]
    .filter(([key, value]) => /^[a-z_]{1,20}$/i.test(key) && /^[a-z_-]{2,20}$/.test(value))
    .filter(([key]) =>
      /^(view|tab|page|module|action|screen|section|formname|form|type|mode|act|do)$/i.test(key),
    )
    .filter(([, value]) => !holdsTelling(value, words))
    .map(([key, value]) => literal(`${key}=${value}`));
}

const isKept = (segment: string, words: ReadonlySet<string>): boolean =>
  (/^[a-z]$/.test(segment) || (segment.length <= 40 && isStableName(segment))) &&
  !holdsTelling(segment, words);

function asWord(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
