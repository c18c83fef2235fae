/** What reading one inbound file comes to. */

import type { ClearinghouseProfile } from '../../clearinghouse/index.ts';
import type { Runtime } from '../../runtime.ts';
import type { StoredInboundFile } from '../../store/inbound-files.ts';
import type { Scope } from '../../store/store.ts';
import { type AnswerInterchange, answersIn } from '../../transactions/parts/answers/tree.ts';
import { isSameSet, KEPT_PER_CODE, type X12Finding } from '../../x12/index.ts';
import type { LearntFact } from '../facts.ts';

export interface Interpretation {
  readonly facts: readonly LearntFact[];
  /** Claims that the reader appended facts to by itself. */
  readonly changed?: readonly string[];
  /** Why a person has to look at the file, without patient data; null when all of it was understood. */
  readonly reason: string | null;
  /** Files that were made of it and others, to be read next. */
  readonly brought?: readonly string[];
  /** True when a remittance was stored. */
  readonly remittanceAdded?: boolean;
}

interface Surroundings {
  readonly runtime: Runtime;
  readonly profile: ClearinghouseProfile;
}

/** Reads one file inside the transaction that stores what it says: for files that are small by their nature. */
export type Interpreter = (
  scope: Scope,
  file: StoredInboundFile,
  surroundings: Surroundings,
) => Promise<Interpretation>;

/** Reads one file, then stores what it says: only the second part holds up other writers. */
export type ReadingInterpreter = (
  file: StoredInboundFile,
  surroundings: Surroundings,
) => (scope: Scope) => Promise<Interpretation>;

/** Said of what came by a connection in test mode about claims that left live by another, and the other way round. */
export const OTHER_MODE =
  'It came by a clearinghouse connection in one mode (test or live) and names claims that left by another one in the other mode.';

/** Joins reasons into one text; null when there is none. */
export function joinReasons(reasons: readonly (string | null | undefined)[]): string | null {
  const said = [...new Set(reasons.filter((reason) => reason !== null && reason !== undefined))];
  return said.length === 0 ? null : said.join(' ');
}

/** By how a fault's code begins or ends; the first that fits counts. */
const FAULT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^ELEMENT-DATE/, 'a date in it is no date'],
  [/^ELEMENT-TIME/, 'a time in it is no time'],
  [/^ELEMENT-(MISSING|PAIR)/, 'a value is not there'],
  [/^ELEMENT-CODE/, 'a code in it is not one of the standard’s'],
  [/^ELEMENT-/, 'a value has another form than the standard’s'],
  [/^(SE|GE|IEA|TERMINATOR)-MISSING/, 'its end is not there'],
  [/COUNT/, 'it does not hold as much as it says'],
  [/CONTROL-NUMBER|MISMATCH/, 'its beginning and its end do not belong together'],
  [/^(ISA|GS|ST)/, 'its head is damaged'],
  [/-MISSING$/, 'a part is not there'],
];
const faultWords = (code: string): string =>
  FAULT_WORDS.find(([fits]) => fits.test(code))?.[1] ?? 'a part is damaged, or where it may not be';

/** One sentence for a file whose structure is wrong, or null. */
export function structureReason(
  findings: readonly { readonly severity: string; readonly code: string }[],
): string | null {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const [first] = errors;
  if (!first) return null;
  const more = errors.length > 1 ? ` and ${errors.length - 1} more` : '';
  return `The file is not well formed: ${faultWords(first.code)} (${first.code}${more}). Some of it may be missing.`;
}

/**
 * One sentence for a file of which something may be missing: its envelope is broken, or it was cut off. What only departs from its
 * guide is read and kept all the same, and asks nobody to look.
 */
export function damageReason(
  findings: readonly Pick<X12Finding, 'severity' | 'code' | 'location'>[],
): string | null {
  return structureReason(
    findings.filter(({ code, location }) => location.loop === '' && !OF_GUIDE.test(code)),
  );
}

/**
 * What the sets of a file say, one thing after another. Where the file ends within a set, without the last thing of that set: it was
 * fetched while it was written, or broke off, and what is told of the last claim may be half of it. A person is told of the damage,
 * and the whole file says the rest. A sender who only leaves out the end of a set (SE) has said all.
 */
export function saidWhole<Model, Said>(
  interchanges: readonly AnswerInterchange<Model>[],
  saidIn: (answer: Model) => readonly Said[],
  findings: readonly Pick<X12Finding, 'code' | 'location'>[],
): readonly Said[] {
  const each = answersIn(interchanges).map(saidIn);
  const last = each.pop() ?? [];
  return [...each.flat(), ...(isCutInLast(interchanges, findings) ? last.slice(0, -1) : last)];
}

/** Neither its last set has an end, nor the interchange around that one. */
function isCutInLast(
  interchanges: readonly AnswerInterchange<unknown>[],
  findings: readonly Pick<X12Finding, 'code' | 'location'>[],
): boolean {
  const interchange = interchanges.findLast(({ groups }) => groups.some(({ sets }) => sets.length > 0));
  const group = interchange?.groups.findLast(({ sets }) => sets.length > 0);
  const interchangeControlNumber = interchange?.header?.controlNumber || undefined;
  const set = {
    interchangeControlNumber,
    groupControlNumber: group?.header?.controlNumber || undefined,
    transactionSetControlNumber: group?.sets.at(-1)?.controlNumber || undefined,
  };
  // One that comes so often that not each was kept with its place counts for all.
  const isSaid = (wanted: string, isOf: (place: X12Finding['location']) => boolean) => {
    const own = findings.filter(({ code }) => code === wanted);
    return own.length > KEPT_PER_CODE || own.some(({ location }) => isOf(location));
  };
  return (
    isSaid('SE-MISSING', (place) => isSameSet(place, set)) &&
    isSaid('IEA-MISSING', (place) => place.interchangeControlNumber === interchangeControlNumber)
  );
}

const OF_GUIDE = /^(SEGMENT|LOOP|ELEMENT|HL0\d)-/;
