/**
 * 277, the answer of a payer that was asked about claims: what it has, waits for, or has decided. Money and denials come by the
 * remittance alone: what is said of them here is told, and nothing follows from it.
 */
import { adviseStatus } from '@claimside/shared/advice';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { type AnswerPart, hash, referenceOfStatus } from '../../remittance/index.ts';
import { answersIn } from '../../transactions/parts/answers/tree.ts';
import { type Judgement, judgeStatuses } from '../../transactions/parts/judge-statuses.ts';
import {
  type ClaimInResponse,
  type ClaimResponse,
  type ClaimStatusResponse,
  claimsIn,
  readClaimStatusInterchanges,
} from '../../transactions/status-277/index.ts';
import { apart, whoIfUnnamed } from './apart.ts';
import { needsPerson, numbersOf, receivedBy, withPayer } from './claim-status.ts';
import { damageReason, joinReasons, type ReadingInterpreter, saidWhole } from './interpretation.ts';
import { dateOf, saidOn } from './said-on.ts';
import { shareOut } from './share-out.ts';

export const interpretStatusResponse: ReadingInterpreter = (stored, { runtime }) => {
  const { interchanges, findings } = readClaimStatusInterchanges(stored.bytes);
  const claims = saidWhole(interchanges, claimsIn, findings);
  const refusals = answersIn(interchanges).flatMap(refusalsIn);
  return async (scope) => {
    const { facts, reason } = await shareOut(scope, stored, runtime, apart(claims.map(partOf)));
    const isEmpty = claims.length === 0 && refusals.length === 0;
    const reasons = [
      damageReason(findings),
      isEmpty ? 'It holds no claim status.' : null,
      ...refusals,
      reason,
    ];
    return { facts, reason: joinReasons(reasons) };
  };
};

function partOf({ source, subscriber, dependent, claim }: ClaimInResponse): AnswerPart {
  // Where nobody asked, some senders put the number of the claim in place of that of the request.
  const patientControlNumber = claim.patientControlNumber ?? claim.traceNumber;
  const people = [dependent?.party, subscriber.party];
  return {
    reference: referenceOfStatus({ ...claim, patientControlNumber }, people, source.party?.name),
    dedupeKey: `277:${hash({ source: source.party, claim, ...whoIfUnnamed({ patientControlNumber }, people) })}`,
    fact: saidOn(
      dateOf(
        claim.statuses,
        claim.lines.flatMap(({ statuses }) => statuses),
      ),
      factOf(claim),
    ),
  };
}

/** What is said of a request or provider as a whole: nobody here asks by 276, so that a person has to see what it is about. */
function refusalsIn({ sources }: ClaimStatusResponse): string[] {
  return sources.flatMap(({ receivers }) =>
    receivers.flatMap(({ answer, providers }) =>
      [answer, ...providers.map((provider) => provider.answer)].flatMap((each) =>
        each ? [`It refuses to answer: ${judgeStatuses(each.statuses).message}`] : [],
      ),
    ),
  );
}

function factOf(claim: ClaimResponse): ClaimFact {
  const { statuses, lines } = claim;
  // A line may be denied in a claim that is paid: the claim's own statuses count where there are any.
  const said = statuses.length > 0 ? statuses : lines.flatMap((line) => line.statuses);
  const judgement = judgeStatuses(said);
  const message = inWords(judgement);
  const numbers = numbersOf(claim);
  switch (judgement.verdict) {
    case 'rejected':
      return { type: 'payer-rejected', codes: judgement.codes, message, ...numbers };
    case 'asks':
    case 'unpaid':
    case 'unclear':
      return needsPerson('payer', judgement.verdict, message, numbers);
    case 'received':
      return receivedBy('payer', judgement.codes, numbers);
    default:
      return withPayer(message, numbers);
  }
}

/** Our words for the reason where we have any; its codes stand beside them. */
function inWords({ message, codes }: Judgement): string {
  const causes = adviseStatus(codes).flatMap(({ id, what }) => (id === undefined ? [] : [what]));
  return [message, ...causes, `(${codes.join(', ')})`].join(' ');
}
