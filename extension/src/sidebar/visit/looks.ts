/** Values that were read, but not for certain: a person compares each with the chart before the visit is billed. */
import { pathAndAncestors, valueAt } from '@claimside/shared/claim';
import { lastingPath, type Origin, originOf, pathInDraft, pathInReading, type VisitForm } from './form.ts';

/** Id of our own finding "read, but not for certain". */
export const UNSURE = 'unsure';

/** What one look answers: all that was read from one text at one place on the page. */
export interface ToLookAt {
  /** In the draft, one or more. */
  readonly paths: readonly string[];
  /** What stands on the page, and why it is not certain. */
  readonly origin: Origin;
}

/** Every value of the draft that nobody has looked at nor changed; what comes from one text at one place is one look. */
export function valuesToLookAt(form: VisitForm): ToLookAt[] {
  const looks = new Map<string, ToLookAt>();
  for (const inReading of Object.keys(form.read.provenance)) {
    const path = pathInDraft(form, inReading);
    if (path === undefined) continue;
    const origin = originOf(form, path);
    const { kind, placeId, raw } = origin;
    if (kind !== 'unsure') continue;
    const key = placeId === undefined ? path : JSON.stringify([placeId, raw]);
    looks.set(key, { paths: [...(looks.get(key)?.paths ?? []), path], origin });
  }
  return [...looks.values()];
}

/**
 * A person compared the value with the chart: it stays what it is, and so do the others read from the same text. A page
 * that says something else later asks anew.
 */
export function looksRight(form: VisitForm, path: string): VisitForm {
  const asked = pathAndAncestors(path).find((each) => {
    const inReading = pathInReading(form, each);
    return inReading !== undefined && Object.hasOwn(form.read.provenance, inReading);
  });
  const look = valuesToLookAt(form).find(({ paths }) => asked !== undefined && paths.includes(asked));
  const seen = (look?.paths ?? []).map(
    (each) => [lastingPath(form, each), JSON.stringify(valueAt(form.draft, each))] as const,
  );
  return { ...form, lookedAt: new Map([...form.lookedAt, ...seen]) };
}
