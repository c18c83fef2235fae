/** From codes as received to what a biller reads: what happened, where in the claim, what to do; the codes stay beside it. */
import { isByContract } from '../lifecycle/index.ts';
import { type Cents, cents } from '../values/index.ts';
import { CAUSES, type Cause, type CauseId, type Remedy } from './causes.ts';
import { causeOfReason } from './reason-causes.ts';
import { causeOfRemark } from './remark-causes.ts';
import { causeOfStatus } from './status-causes.ts';

export interface Advice extends Cause {
  /** Undefined where we have no words for the code. */
  readonly id: CauseId | undefined;
  /** As received: `A7:562:85`, `CO-16`, `MA130`. */
  readonly codes: readonly string[];
  /** What it comes to; zero where the codes are of no money. */
  readonly amount: Cents;
  /** The places of the claim's lines that it is about, from 0; empty where it is about the whole claim, or that is not known. */
  readonly lines: readonly number[];
}

/** An adjustment with the remarks that stand beside it (LQ of the line, MOA or MIA of the claim). */
export interface AdjustmentReason {
  readonly group: string;
  readonly reason: string;
  readonly amount: Cents;
  readonly remarkCodes: readonly string[];
  /** The place of the claim's line that it stands at, where that is known. */
  readonly line?: number | undefined;
}

/** What is remarked of a line: where it has no remark of its own (LQ), those of its claim (MOA, MIA) speak of it. */
export const remarksOfLine = (
  line: { readonly remarkCodes: readonly string[] },
  ofClaim: readonly string[],
): readonly string[] => (line.remarkCodes.length > 0 ? line.remarkCodes : ofClaim);

const NO_WORDS: Cause = {
  what: 'The answer gives a reason that is known by its code alone.',
  advice: 'Look the code up at the payer, or ask an admin to import the list of codes.',
  fields: [],
  remedy: 'ask',
};

/**
 * Of the status codes of a rejection (277CA, 277): each cause once, in the order in which they came. All speak of one claim: that
 * something is missing is not told beside what is.
 */
export function adviseStatus(codes: readonly string[]): Advice[] {
  const found = codes.map((code): Found => ({ id: causeOfStatus(code), codes: [code] }));
  const isTold = found.some(({ id }) => id !== undefined && !isVague(id) && CAUSES[id].remedy !== 'none');
  return gather(isTold ? found.filter(({ id }) => !isVague(id)) : found);
}

/**
 * Of the adjustments of a payment. A remark tells more than `something is missing`, and so does what else is wrong with the same line; a
 * share that is the patient's by its group is that, whatever the reason. What is settled by itself (contract, earlier payers) is left
 * out where anything else is there; a denial is settled by nothing.
 */
export function adviseAdjustments(adjustments: readonly AdjustmentReason[], decision: Decided): Advice[] {
  const { isDenied, isOtherDecided = false } = decision;
  const found = adjustments.flatMap(causesOf);
  const advice = gather(toldByLine(isOtherDecided ? found.map(afterOther) : found));
  const open = advice.filter(({ remedy }) => remedy !== 'none');
  if (open.length > 0) return open;
  return isDenied ? advice.map((one) => (one.id === 'contract' ? { ...one, ...ALONE } : one)) : advice;
}

/** What of a decision changes what its reasons mean. */
interface Decided {
  readonly isDenied: boolean;
  /** Another insurance comes before this payer, and has decided: absent like false. */
  readonly isOtherDecided?: boolean;
}

const afterOther = (found: Found): Found =>
  found.id === 'other-payer-first' ? { ...found, id: 'other-payer-decided' } : found;

const ALONE = { ...CAUSES['contract-alone'], id: 'contract-alone' } as const;

/** By the contract is only what the payer calls an obligation of it (CO): the rest of such reasons are its own. */
function causeOf(adjustment: AdjustmentReason): CauseId | undefined {
  const id = causeOfReason(adjustment.reason);
  return id === 'contract' && adjustment.group !== 'PR' && !isByContract(adjustment) ? 'payer-reduction' : id;
}

function causesOf(adjustment: AdjustmentReason): Found[] {
  const { group, reason, amount, remarkCodes, line } = adjustment;
  const code = `${group}-${reason}`;
  const id = causeOf(adjustment);
  const remarked = remarkCodes.flatMap((remark): Found[] => {
    const cause = causeOfRemark(remark);
    return cause ? [{ id: cause, codes: [code, remark], amount, line }] : [];
  });
  const exact = remarked.filter(({ id: cause }) => !isVague(cause));
  if ((id === undefined || isVague(id)) && exact.length > 0) return exact;
  // Without words for a remark its code stands beside the reason's.
  const codes = [code, ...(isVague(id) ? remarkCodes : [])];
  const isPatients = group === 'PR' && (id === undefined || CAUSES[id].remedy === 'none');
  return [{ id: isPatients ? 'patient-share' : id, codes, amount, line }];
}

interface Found {
  readonly id: CauseId | undefined;
  readonly codes: readonly string[];
  readonly amount?: Cents;
  readonly line?: number | undefined;
}

const isVague = (id: CauseId | undefined): boolean => id === 'something-missing';

/** These say what is missing or wrong; that a part is the patient's share, or by contract, does not. */
const SAYS_WHAT: readonly Remedy[] = ['correct', 'attach', 'other-payer'];

/** That something is missing at a line counts to what is wrong with that line, where it is said. Of another line, or of the claim, it tells more. */
function toldByLine(found: readonly Found[]): Found[] {
  return found.map((one) => {
    if (!isVague(one.id) || one.line === undefined) return one;
    const exact = found.find(
      ({ id, line }) =>
        line === one.line && id !== undefined && !isVague(id) && SAYS_WHAT.includes(CAUSES[id].remedy),
    );
    return exact ? { ...one, id: exact.id } : one;
  });
}

function gather(found: readonly Found[]): Advice[] {
  const byCause = new Map<CauseId | undefined, { codes: Set<string>; amount: number; lines: Set<number> }>();
  for (const { id, codes, amount = 0, line } of found) {
    const known = byCause.get(id) ?? { codes: new Set(), amount: 0, lines: new Set() };
    if (line !== undefined) known.lines.add(line);
    for (const code of codes) known.codes.add(code);
    byCause.set(id, { ...known, amount: known.amount + amount });
  }
  return [...byCause].map(([id, { codes, amount, lines }]) => ({
    ...(id ? CAUSES[id] : NO_WORDS),
    id,
    codes: [...codes],
    amount: cents(amount),
    lines: [...lines].sort((a, b) => a - b),
  }));
}
