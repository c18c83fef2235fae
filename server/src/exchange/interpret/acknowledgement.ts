/** 999 and TA1: which of our files, and which claims in it, the clearinghouse could read. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import {
  findOutboundFile,
  listClaimsOfFile,
  type OutboundFile,
  readOutboundBytes,
  setOutboundState,
} from '../../store/outbound-files.ts';
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
import { doubtOf, identify } from './answered-file.ts';
import { damageReason, type Interpreter, joinReasons } from './interpretation.ts';
import { describeSetErrors, type PlaceOf, segmentsNamed } from './set-errors.ts';

type SetCode = TransactionSetAcknowledgement['code'];

/** IK501. */
const KNOWN = new Set(['A', 'E', 'R', 'M', 'W', 'X']);

/** TA105, AK905-09 and IK502-06 codes for "this number was used before". */
const DUPLICATE = { ta1: '025', group: '19', set: '23' } as const;

const NO_VERDICT = 'It says of an interchange neither that it was accepted nor that it was rejected.';

const CONTRADICTION =
  'It refuses a file that an earlier answer had accepted. Ask the clearinghouse which of the two holds.';

export const interpretAcknowledgement: Interpreter = async (scope, stored, { runtime, profile }) => {
  const file = readAcknowledgement999(stored.bytes);
  const facts: LearntFact[] = [];
  const reasons = [damageReason(file.findings)];
  const at = runtime.now();
  const report = identify(stored, file, profile);

  for (const ta1 of file.interchangeAcknowledgements) {
    const outbound = await findOutboundFile(scope, {
      interchangeControlNumber: Number(ta1.controlNumber),
    });
    const doubt = doubtOf(report, outbound, readShortDate(ta1.date));
    if (!outbound || doubt) reasons.push(doubt ?? 'It answers an interchange that was not sent from here.');
    else if (!['A', 'E', 'R'].includes(ta1.code)) reasons.push(NO_VERDICT);
    else if (ta1.code === 'R') {
      const verdict = ta1Verdict(ta1, outbound);
      if (verdict.state === 'rejected' && outbound.state === 'accepted') {
        reasons.push(CONTRADICTION);
        continue;
      }
      await setOutboundState(scope, outbound.id, verdict.state, at);
      for (const claimId of (await listClaimsOfFile(scope, outbound.id)).values())
        facts.push({ claimId, fact: verdict.fact, dedupeKey: verdict.dedupeKey });
    }
  }
  for (const group of file.acknowledgements) {
    const outbound =
      group.functionalIdentifier === 'HC'
        ? await findOutboundFile(scope, { groupControlNumber: Number(group.groupControlNumber) })
        : undefined;
    const doubt = doubtOf(report, outbound, undefined);
    if (!outbound || doubt) {
      reasons.push(doubt ?? 'It answers a file that was not sent from here.');
      continue;
    }
    const answer = await readGroup(scope, group, outbound);
    if (answer.state === 'rejected' && outbound.state === 'accepted') {
      reasons.push(CONTRADICTION);
      continue;
    }
    facts.push(...answer.facts);
    reasons.push(answer.reason);
    if (answer.state) await setOutboundState(scope, outbound.id, answer.state, at);
  }
  if (file.interchangeAcknowledgements.length + file.acknowledgements.length === 0)
    reasons.push('It holds no acknowledgement.');
  return { facts, reason: joinReasons(reasons) };
};

function ta1Verdict(ta1: InterchangeAcknowledgement, outbound: OutboundFile) {
  if (ta1.noteCode === DUPLICATE.ta1 && outbound.attempts > 1) return delivered(outbound);
  return {
    state: 'rejected' as const,
    dedupeKey: `file-rejected:${outbound.id}:TA1`,
    fact: {
      type: 'file-rejected',
      codes: [`TA1:${ta1.noteCode}`],
      message: `The whole file was refused: ${noteWords(ta1.noteCode)} (TA1 note ${ta1.noteCode}).`,
    } satisfies ClaimFact,
  };
}

/** "Seen before", said of a file that we sent twice, means that the first one had arrived; what became of that stays. */
function delivered(outbound: OutboundFile) {
  return {
    state:
      outbound.state === 'accepted' || outbound.state === 'rejected' ? outbound.state : ('sent' as const),
    dedupeKey: `sent:${outbound.id}`,
    fact: { type: 'sent', outboundFileId: outbound.id, fileName: outbound.name } satisfies ClaimFact,
  };
}

async function readGroup(scope: Scope, group: FunctionalGroupAcknowledgement, outbound: OutboundFile) {
  const claims = await listClaimsOfFile(scope, outbound.id);
  const repeated =
    group.errorCodes.includes(DUPLICATE.group) ||
    group.transactionSets.some((set) => set.errorCodes.includes(DUPLICATE.set));
  if (repeated && outbound.attempts > 1) {
    const { state, fact, dedupeKey } = delivered(outbound);
    return {
      state,
      facts: [...claims.values()].map((claimId) => ({ claimId, fact, dedupeKey })),
      reason: null,
    };
  }

  const placeOf = await placesNamed(scope, group, outbound);
  const facts: LearntFact[] = [];
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
      facts.push({
        claimId,
        dedupeKey: `file-accepted:${outbound.id}:${withErrors ? 'E' : 'A'}`,
        fact: { type: 'file-accepted', withErrors },
      });
    } else {
      const codes = [`IK5:${code}`, ...errors.codes, ...group.errorCodes.map((each) => `AK9:${each}`)];
      facts.push({
        claimId,
        dedupeKey: `file-rejected:${outbound.id}:999`,
        fact: { type: 'file-rejected', codes, message: errors.message },
      });
    }
  }
  const rejected = facts.filter(({ fact }) => fact.type === 'file-rejected').length;
  const state =
    facts.length === 0
      ? undefined
      : rejected === facts.length
        ? ('rejected' as const)
        : ('accepted' as const);
  const reason = unanswered > 0 ? `It does not say whether ${unanswered} of our claims were accepted.` : null;
  return { state, facts, reason };
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

/** The set's own word; where the set is not named, the group's when that leaves no doubt. */
function codeOf(
  group: FunctionalGroupAcknowledgement,
  set: TransactionSetAcknowledgement | undefined,
): SetCode {
  const code = set ? set.code : group.code === 'P' ? undefined : group.code;
  // A code that nobody knows is no acceptance, and no rejection either.
  return code !== undefined && KNOWN.has(code) ? code : undefined;
}
