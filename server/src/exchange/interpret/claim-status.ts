/** 277CA: what the clearinghouse, then the payer, says of each claim before adjudication. */
import type { ClaimFact, Speaker, TheirNumbers } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import type { ClearinghouseProfile } from '../../clearinghouse/index.ts';
import { type AnswerPart, hash, referenceOfStatus } from '../../remittance/index.ts';
import { findClaimsOfProvider } from '../../store/claim-matching.ts';
import { findOutboundFile, listClaimsOfFile } from '../../store/outbound-files.ts';
import type { Scope } from '../../store/store.ts';
import {
  answersIn,
  type ClaimAcknowledgement,
  type ClaimInAnswer,
  type ClaimStatusAnswer,
  claimsIn,
  type InformationSource,
  type Judgement,
  judgeStatuses,
  type ReceiverAnswer,
  readClaimAcknowledgementInterchanges,
} from '../../transactions/status-277ca/index.ts';
import type { LearntFact } from '../facts.ts';
import { noteTrialBatch } from '../trial/answers.ts';
import { apart, whoIfUnnamed } from './apart.ts';
import { damageReason, joinReasons, type ReadingInterpreter, saidWhole } from './interpretation.ts';
import { dateOf, saidOn } from './said-on.ts';
import { shareOut } from './share-out.ts';

export const interpretClaimStatus: ReadingInterpreter = (stored, { profile, runtime }) => {
  const { interchanges, findings } = readClaimAcknowledgementInterchanges(stored.bytes);
  const claims = saidWhole(interchanges, claimsIn, findings);
  return async (scope) => {
    const { facts, covered, reasons } = await readBatches(
      scope,
      answersIn(interchanges),
      profile,
      runtime.now(),
    );
    const parts = apart(claims.map((said) => partOf(said, profile)));
    const shared = await shareOut(scope, stored, runtime, parts);
    // Of a batch that is rejected as a whole each claim has heard already.
    const own = shared.facts.filter(({ claimId }) => !covered.has(claimId));
    return {
      facts: [...facts, ...own],
      reason: joinReasons([damageReason(findings), ...reasons, shared.reason]),
    };
  };
};

async function readBatches(
  scope: Scope,
  transactions: readonly ClaimAcknowledgement[],
  profile: ClearinghouseProfile,
  at: UtcInstant,
) {
  const facts: LearntFact[] = [];
  const reasons: (string | null)[] = [];
  const covered = new Set<string>();
  for (const source of transactions.flatMap(({ sources }) => sources))
    for (const receiver of source.receivers) {
      const batch = await readBatch(scope, source, receiver, speakerOf(source, profile), at);
      facts.push(...batch.facts);
      reasons.push(batch.reason);
      for (const claimId of batch.covered) covered.add(claimId);
    }
  if (transactions.length === 0) reasons.push('It holds no claim status.');
  return { facts, reasons, covered };
}

/** 2100A: the clearinghouse by its own id or name, or as `AY`; everyone else is a payer. */
function speakerOf({ party }: InformationSource, { own }: Pick<ClearinghouseProfile, 'own'>): Speaker {
  const { entity, name = '', id = '' } = party ?? {};
  if (entity === 'AY' || own.ids.includes(id.trim())) return 'clearinghouse';
  const isOwn = own.names.some((each) => each.toUpperCase() === name.trim().toUpperCase());
  return isOwn ? 'clearinghouse' : 'payer';
}

/** A rejection at 2200B or 2200C covers every claim below it, whether listed or not. */
async function readBatch(
  scope: Scope,
  source: InformationSource,
  { answer, providers }: ReceiverAnswer,
  speaker: Speaker,
  at: UtcInstant,
) {
  const facts: LearntFact[] = [];
  const covered = new Set<string>();
  let reason: string | null = null;
  const levels = [
    { statuses: answer?.statuses ?? [], providerId: undefined },
    ...providers.map(({ answer: own, party }) => ({
      statuses: own?.statuses ?? [],
      providerId: party?.id ?? '',
    })),
  ];
  for (const { statuses, providerId } of levels) {
    const judgement = judgeStatuses(statuses);
    if (judgement.verdict !== 'rejected') continue;
    const outbound = await findOutboundFile(scope, { batchReference: answer?.traceNumber ?? '' });
    if (!outbound) {
      reason = 'It rejects a batch that was not sent from here.';
      continue;
    }
    const fact = saidOn(dateOf(statuses), factFor(speaker, judgement, {}));
    await noteTrialBatch(scope, outbound, fact, at);
    const claims = [...(await listClaimsOfFile(scope, outbound.id)).values()];
    const concerned =
      providerId === undefined ? claims : await findClaimsOfProvider(scope, claims, providerId);
    if (concerned.length === 0 && claims.length > 0) {
      reason = `It rejects the claims of a provider in the file ${outbound.name}, and names none that billed in it. Ask whose they are; their claims wait for an answer until then.`;
      continue;
    }
    for (const claimId of concerned) {
      if (covered.has(claimId)) continue;
      covered.add(claimId);
      const dedupeKey = `277ca-batch:${hash({ source: source.party, outbound: outbound.id, npi: providerId, judgement, on: dateOf(statuses) })}`;
      facts.push({ claimId, dedupeKey, fact });
    }
  }
  return { facts, covered, reason };
}

function partOf({ source, patient, claim }: ClaimInAnswer, profile: ClearinghouseProfile): AnswerPart {
  const ofLines = claim.lines.flatMap((line) => line.statuses);
  const judgement = judgeStatuses(claim.statuses, ofLines);
  return {
    reference: referenceOfStatus(claim, [patient.party], source.party?.name),
    dedupeKey: `277ca:${hash({ source: source.party, answer: claim, ...whoIfUnnamed(claim, [patient.party]) })}`,
    fact: saidOn(dateOf(claim.statuses, ofLines), factFor(speakerOf(source, profile), judgement, claim)),
  };
}

/** Numbers under which a sender has the claim; `0` and blanks stand for none. */
export function numbersOf({
  clearinghouseTraceNumber,
  payerClaimControlNumber,
}: Pick<Partial<ClaimStatusAnswer>, 'clearinghouseTraceNumber' | 'payerClaimControlNumber'>): TheirNumbers {
  return {
    ...(isNumber(clearinghouseTraceNumber) && { clearinghouseClaimId: clearinghouseTraceNumber }),
    ...(isNumber(payerClaimControlNumber) && { payerClaimControlNumber }),
  };
}

const isNumber = (text: string | undefined): text is string => /[1-9A-Z]/i.test(text ?? '');

/** `message` where the payer said more than that it has the claim. */
export const withPayer = (message: string | undefined, numbers: TheirNumbers): ClaimFact => ({
  type: 'payer-accepted',
  ...numbers,
  ...(message !== undefined && { message }),
});

/** Of what is asked for, or finished without payment, it is certain that they have it. */
export const needsPerson = (
  by: Speaker,
  verdict: 'asks' | 'unpaid' | 'unclear',
  message: string,
  numbers: TheirNumbers,
): ClaimFact => ({
  type: 'unclear',
  message,
  by,
  ...(verdict !== 'unclear' && { theyHaveIt: verdict }),
  ...numbers,
});

/** A0, A1: where it is, and no more. */
export const receivedBy = (
  speaker: Speaker,
  codes: readonly string[],
  numbers: TheirNumbers,
): Extract<ClaimFact, { type: `${Speaker}-received` }> => ({
  type: `${speaker}-received`,
  ...(codes.some((code) => code.startsWith('A0')) && { isForwarded: true }),
  ...numbers,
});

function factFor(
  speaker: Speaker,
  { verdict, codes, message }: Judgement,
  answer: Parameters<typeof numbersOf>[0],
): ClaimFact {
  const numbers = numbersOf(answer);
  if (verdict === 'rejected') return { type: `${speaker}-rejected`, codes, message, ...numbers };
  if (verdict === 'pending' && speaker === 'clearinghouse')
    return { type: 'clearinghouse-pended', codes, message, ...numbers };
  if (verdict === 'asks' || verdict === 'unpaid' || verdict === 'unclear')
    return needsPerson(speaker, verdict, message, numbers);
  if (verdict === 'received') return receivedBy(speaker, codes, numbers);
  if (verdict === 'accepted' && speaker === 'clearinghouse')
    return { type: 'clearinghouse-accepted', ...numbers };
  return withPayer(verdict === 'accepted' ? undefined : message, numbers);
}
