/** Of all that is wrong with an 835, what makes its money uncertain: with any of these, nothing of it must be posted. */
import { isSameSet, KEPT_PER_CODE, type SetPlace, type X12Finding } from '../../x12/index.ts';

/** Segments whose amounts, and what they belong to, are the account of the payment. */
const MONEY: ReadonlySet<string> = new Set(['BPR', 'TRN', 'LX', 'CLP', 'CAS', 'SVC', 'PLB']);

/** Segments may have got lost. */
const INCOMPLETE: ReadonlySet<string> = new Set([
  'CLAIM-CUT-OFF',
  'GE-MISSING',
  'IEA-MISSING',
  'SE-MISSING',
  'SE-UNEXPECTED',
  'SE01-COUNT',
  'SEGMENT-OUTSIDE',
  'SEGMENT-UNKNOWN',
]);

/** A payer leaves out a contact or writes a ZIP code of four digits: that is told, and is no reason to hold its money back. */
export function moneyFaults(findings: readonly X12Finding[]): X12Finding[] {
  return findings.filter(
    ({ severity, code, location }) =>
      severity === 'error' && (MONEY.has(location.segmentId) || INCOMPLETE.has(code)),
  );
}

/**
 * Those that concern the remittance at this place: its own, those of the envelope, and those that came so often that not each was kept
 * with its place. What is wrong with another check of the file holds only that one back.
 */
export function moneyFaultsAt(findings: readonly X12Finding[], place: SetPlace): X12Finding[] {
  const faults = moneyFaults(findings);
  return faults.filter(
    ({ code, location }) =>
      location.transactionSetControlNumber === undefined ||
      isSameSet(location, place) ||
      faults.filter((each) => each.code === code).length > KEPT_PER_CODE,
  );
}
