/** Values that were read, but not for certain: a person compares each with the chart before the visit is billed. */
import { pathAndAncestors, valueAt } from '@claimside/shared/claim';
import { lastingPath, type Origin, originOf, pathInDraft, pathInReading, type VisitForm } from './form.ts';

/** Id of our own finding "read, but not for certain". */
export const UNSURE = 'unsure';

/** All that was read from one text at one place on the page. */
export interface ToLookAt {
  /** In the draft, one or more. */
  readonly paths: readonly string[];
  /** What stands on the page, and why it is not certain. */
  readonly origin: Origin;
}

/** Every value of the draft that nobody has looked at nor changed, by the texts that they come from. */
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
 * What is asked at once: the texts of one part of the visit (the patient, one line) that are in doubt for the same reason. What
 * asks for a decision of its own, as the page says two things or a date may be two days, stands alone.
 */
export function looksToAsk(form: VisitForm): ToLookAt[][] {
  const asked = new Map<string, ToLookAt[]>();
  for (const look of valuesToLookAt(form)) {
    const [path = ''] = look.paths;
    const { doubt, rival, raw } = look.origin;
    const isAlike = raw !== undefined && rival === undefined && (!doubt || doubt === 'unwitnessed');
    const key = isAlike ? `${PART.exec(path)?.[0]} ${doubt}` : path;
    asked.set(key, [...(asked.get(key) ?? []), look]);
  }
  return [...asked.values()];
}

/** `patient`, `serviceLines.0`. */
const PART = /^[^.]+(?:\.\d+)?/;

/** A person compared all that is asked together with the value at this path. */
export function allLookRight(form: VisitForm, path: string): VisitForm {
  const together = looksToAsk(form).find((looks) => looks.some(({ paths }) => paths.includes(path)));
  return (together ?? []).reduce((seen, { paths: [first = path] }) => looksRight(seen, first), form);
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
