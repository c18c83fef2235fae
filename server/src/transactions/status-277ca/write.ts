/** Writes a 277CA: as it was read, or as a clearinghouse or payer sends it (for the sandbox clearinghouse and for tests). */
import { type Cents, cents } from '@claimside/shared/values';
import { foldText, type InterchangeEnvelope } from '../../x12/index.ts';
import { ownAnswers, writeAnswers } from '../parts/answers/file.ts';
import { boundedSum } from '../parts/sums.ts';
import { VERSION_277CA } from './guide/index.ts';
import { CLAIM_ACKNOWLEDGEMENT } from './kind.ts';
import type { ClaimAcknowledgement, ClaimStatusAnswer, ProviderAnswer, ReceiverAnswer } from './model.ts';
import type { ClaimAcknowledgementInterchange } from './read.ts';

/** Counts and totals (QTY, AMT) are computed from the claims, so far as an answer states none. */
export function writeClaimAcknowledgement(
  envelope: InterchangeEnvelope,
  file: { readonly transactions: readonly ClaimAcknowledgement[] },
): Uint8Array {
  const answers = file.transactions.map(withTotals);
  const version = { functionalIdentifier: 'HN', version: VERSION_277CA };
  return writeAnswers(CLAIM_ACKNOWLEDGEMENT, [ownAnswers(envelope, version, answers)], { fold: foldText });
}

/** Totals as stated: those of a batch that was rejected as a whole count claims that it does not name. */
export function writeClaimAcknowledgementInterchanges(
  interchanges: readonly ClaimAcknowledgementInterchange[],
  behindSegments: '' | '\n' = '',
): Uint8Array {
  return writeAnswers(CLAIM_ACKNOWLEDGEMENT, interchanges, { behindSegments });
}

function withTotals(answer: ClaimAcknowledgement): ClaimAcknowledgement {
  return {
    ...answer,
    sources: answer.sources.map((source) => ({
      ...source,
      receivers: source.receivers.map((receiver) => ({
        ...receiver,
        ...totalled(receiver, receiver.providers.flatMap(claimsOf)),
        providers: receiver.providers.map((provider) => ({
          ...provider,
          ...totalled(provider, claimsOf(provider)),
        })),
      })),
    })),
  };
}

const claimsOf = ({ patients }: ProviderAnswer) => patients.flatMap(({ claims }) => claims);

type Answering = Pick<ReceiverAnswer, 'answer'>;

function totalled({ answer }: Answering, claims: readonly ClaimStatusAnswer[]): Answering {
  if (answer === undefined) return {};
  return { answer: { ...totalsOf(claims), ...answer } };
}

/** A claim counts as accepted when its first STC03 is WQ; a count of zero is left out. */
export function totalsOf(claims: readonly ClaimStatusAnswer[]) {
  const isAccepted = (claim: ClaimStatusAnswer) => claim.statuses[0]?.action === 'WQ';
  const [accepted, rejected] = [claims.filter(isAccepted), claims.filter((claim) => !isAccepted(claim))];
  const chargeOf = (of: readonly ClaimStatusAnswer[]): Cents =>
    boundedSum(of.map(({ statuses }) => statuses[0]?.amount ?? cents(0)));
  return {
    ...(accepted.length > 0 ? { acceptedCount: accepted.length, acceptedAmount: chargeOf(accepted) } : {}),
    ...(rejected.length > 0 ? { rejectedCount: rejected.length, rejectedAmount: chargeOf(rejected) } : {}),
  };
}
