/** 999 and TA1: which of our files, and which claims in it, the clearinghouse could read. */
import type { IsoDate, UtcInstant } from '@claimside/shared/values';
import { leftOtherwise } from '../../store/left-otherwise.ts';
import {
  findOutboundFile,
  listClaimsOfFile,
  type OutboundFile,
  readOutboundBytes,
} from '../../store/outbound-files.ts';
import { setOutboundState } from '../../store/outbound-states.ts';
import type { Scope } from '../../store/store.ts';
import {
  type FunctionalGroupAcknowledgement,
  readAcknowledgement999,
  type TransactionSetAcknowledgement,
} from '../../transactions/ack-999/index.ts';
import { type InterchangeAcknowledgement, noteWords } from '../../transactions/ack-ta1/index.ts';
import { placesInFile } from '../../transactions/claim-837p/index.ts';
import { readShortDate } from '../../x12/index.ts';
import type { LearntFact } from '../facts.ts';
import { noteTrialFile } from '../trial/answers.ts';
import { doubtOf, identify, type ReportIdentity } from './answered-file.ts';
import { damageReason, type Interpreter, joinReasons, OTHER_MODE } from './interpretation.ts';
import {
  acceptedTooLate,
  type Concluded,
  concludeRefused,
  concludeSeenBefore,
  type Refusal,
} from './refusals.ts';
import { describeSetErrors, type PlaceOf, segmentsNamed } from './set-errors.ts';

type SetCode = TransactionSetAcknowledgement['code'];

/** IK501. */
const KNOWN = new Set(['A', 'E', 'R', 'M', 'W', 'X']);
/** AK901: the whole group is refused, whatever was said of each set. */
const REFUSED = new Set(['R', 'M', 'W', 'X']);

/** TA105, AK905-09 and IK502-06 codes for "this number was used before". */
const DUPLICATE = { ta1: '025', group: '19', set: '23' } as const;

const NO_VERDICT = 'It says of an interchange neither that it was accepted nor that it was rejected.';

export const interpretAcknowledgement: Interpreter = async (scope, stored, { runtime, profile }) => {
  const file = readAcknowledgement999(stored.bytes);
  const facts: LearntFact[] = [];
  const reasons = [damageReason(file.findings)];
  const at = runtime.now();
  const report = await identify(scope, stored, file, profile);

  for (const ta1 of file.interchangeAcknowledgements) {
    const outbound = await findOutboundFile(scope, {
      interchangeControlNumber: Number(ta1.controlNumber),
    });
    const doubt = await doubtAbout(scope, report, outbound, readShortDate(ta1.date));
    if (!outbound || doubt) reasons.push(doubt ?? 'It answers an interchange that was not sent from here.');
    else if (!['A', 'E', 'R'].includes(ta1.code)) reasons.push(NO_VERDICT);
    else if (ta1.code === 'R') {
      await noteTrialFile(scope, outbound, refusalBy(ta1), at);
      const claimIds = [...(await listClaimsOfFile(scope, outbound.id)).values()];
      const concluded =
        ta1.noteCode === DUPLICATE.ta1 && outbound.attempts > 1
          ? await concludeSeenBefore(scope, outbound, claimIds, at)
          : await concludeRefused(scope, outbound, refusedBy(ta1, outbound, claimIds), at);
      facts.push(...concluded.facts);
      reasons.push(concluded.reason);
    }
  }
  for (const group of file.acknowledgements) {
    const outbound =
      group.functionalIdentifier === 'HC'
        ? await findOutboundFile(scope, { groupControlNumber: Number(group.groupControlNumber) })
        : undefined;
    const doubt = await doubtAbout(scope, report, outbound, undefined);
    if (!outbound || doubt) {
      reasons.push(doubt ?? 'It answers a file that was not sent from here.');
      continue;
    }
    const concluded = await concludeGroup(scope, group, outbound, at);
    facts.push(...concluded.facts);
    reasons.push(concluded.reason);
  }
  if (file.interchangeAcknowledgements.length + file.acknowledgements.length === 0)
    reasons.push('It holds no acknowledgement.');
  return { facts, reason: joinReasons(reasons) };
};

async function doubtAbout(
  scope: Scope,
  report: ReportIdentity,
  outbound: OutboundFile | undefined,
  answeredDate: IsoDate | undefined,
): Promise<string | undefined> {
  const doubt = doubtOf(report, outbound, answeredDate);
  if (doubt !== undefined || !outbound || report.connectionId === null) return doubt;
  const claimIds = [...(await listClaimsOfFile(scope, outbound.id)).values()];
  const confused = await leftOtherwise(scope, report.connectionId, { claimIds });
  return confused.size > 0 ? `${OTHER_MODE} It was not counted.` : undefined;
}

function refusedBy(
  ta1: InterchangeAcknowledgement,
  { id }: OutboundFile,
  claimIds: readonly string[],
): Refusal[] {
  const fact = refusalBy(ta1);
  return claimIds.map((claimId) => ({ claimId, fact, dedupeKey: `file-rejected:${id}:TA1` }));
}

const refusalBy = ({ noteCode }: InterchangeAcknowledgement) =>
  ({
    type: 'file-rejected',
    codes: [`TA1:${noteCode}`],
    message: `The whole file was refused: ${noteWords(noteCode)} (TA1 note ${noteCode}).`,
  }) as const;

/** Only where a person found that it had not arrived. */
const TAKEN_APART =
  'It answers a file that had not arrived, as a person said, and whose claims went in another one. Ask the clearinghouse whether it has them twice.';

async function concludeGroup(
  scope: Scope,
  group: FunctionalGroupAcknowledgement,
  outbound: OutboundFile,
  at: UtcInstant,
): Promise<Concluded> {
  if (outbound.isTrial) return concludeTrial(scope, group, outbound, at);
  if (outbound.state === 'taken-apart') return { facts: [], reason: TAKEN_APART };
  const claims = await listClaimsOfFile(scope, outbound.id);
  const repeated =
    group.errorCodes.includes(DUPLICATE.group) ||
    group.transactionSets.some((set) => set.errorCodes.includes(DUPLICATE.set));
  if (repeated && outbound.attempts > 1) return concludeSeenBefore(scope, outbound, [...claims.values()], at);

  const placeOf = await placesNamed(scope, group, outbound);
  const accepted: LearntFact[] = [];
  const refused: Refusal[] = [];
  let unanswered = 0;
  for (const position of outbound.positions) {
    const claimId = claims.get(position.patientControlNumber);
    if (claimId === undefined) continue;
    const set = group.transactionSets.find(
      (each) => Number(each.controlNumber) === Number(position.transactionSetControlNumber),
    );
    const code = codeOf(group, set);
    if (code === undefined) {
      unanswered += 1;
      continue;
    }
    const errors = describeSetErrors(set, position, outbound.positions, placeOf);
    if (code === 'A' || code === 'E') {
      const withErrors = code === 'E' && errors.concerned;
      accepted.push({
        claimId,
        dedupeKey: `file-accepted:${outbound.id}:${withErrors ? 'E' : 'A'}`,
        fact: { type: 'file-accepted', withErrors },
      });
    } else {
      const codes = [`IK5:${code}`, ...errors.codes, ...group.errorCodes.map((each) => `AK9:${each}`)];
      refused.push({
        claimId,
        dedupeKey: `file-rejected:${outbound.id}:999`,
        fact: { type: 'file-rejected', codes, message: errors.message },
      });
    }
  }
  const reason = unanswered > 0 ? `It does not say whether ${unanswered} of our claims were accepted.` : null;
  if (accepted.length === 0 && refused.length > 0)
    return { ...(await concludeRefused(scope, outbound, refused, at)), ...(reason !== null && { reason }) };
  const tooLate = acceptedTooLate(outbound);
  if (accepted.length === 0 || tooLate !== null) return { facts: [], reason: tooLate ?? reason };
  await setOutboundState(scope, outbound.id, 'accepted', at);
  return { facts: [...accepted, ...refused], reason };
}

/** Its claims are nobody's: what the 999 says of them is kept with the trial. */
async function concludeTrial(
  scope: Scope,
  group: FunctionalGroupAcknowledgement,
  outbound: OutboundFile,
  at: UtcInstant,
): Promise<Concluded> {
  const placeOf = await placesNamed(scope, group, outbound);
  for (const position of outbound.positions) {
    const set = group.transactionSets.find(
      (each) => Number(each.controlNumber) === Number(position.transactionSetControlNumber),
    );
    const code = codeOf(group, set);
    if (code === undefined) continue;
    const isAccepted = code === 'A' || code === 'E';
    const { message, codes } = describeSetErrors(set, position, outbound.positions, placeOf);
    const fact = isAccepted
      ? ({ type: 'file-accepted', withErrors: code === 'E' } as const)
      : ({ type: 'file-rejected', codes: [`IK5:${code}`, ...codes], message } as const);
    await noteTrialFile(scope, outbound, fact, at);
    await setOutboundState(scope, outbound.id, isAccepted ? 'accepted' : 'rejected', at);
  }
  return { facts: [], reason: null };
}

/** Our own bytes are read again only where segments of them are named. */
async function placesNamed(
  scope: Scope,
  { transactionSets }: FunctionalGroupAcknowledgement,
  { id }: OutboundFile,
): Promise<PlaceOf> {
  const named = segmentsNamed(transactionSets);
  return named.length === 0 ? () => undefined : placesInFile(await readOutboundBytes(scope, id), named);
}

/** The group's word where it refuses all of it, or is missing; else the set's own, or the group's where the set is not named. */
function codeOf(
  group: FunctionalGroupAcknowledgement,
  set: TransactionSetAcknowledgement | undefined,
): SetCode {
  const ofGroup = group.code;
  const ofSet = set ? set.code : ofGroup === 'P' ? undefined : ofGroup;
  // Without an AK9 the report is not whole: nothing in it is an acceptance.
  const code = ofGroup !== undefined && REFUSED.has(ofGroup) ? ofGroup : ofGroup && ofSet;
  // A code that nobody knows is no acceptance, and no rejection either.
  return code !== undefined && KNOWN.has(code) ? code : undefined;
}
