/** Asks the payer where a claim is (276). The 277 is taken as one that came by itself: what it says stands on the claim. */
import type { ClaimAsked, ClaimDetail, PracticeSettings } from '@claimside/shared/api';
import { findPayer } from '@claimside/shared/capture';
import type { ClaimStatus } from '@claimside/shared/lifecycle';
import { err, ok, type Result } from '@claimside/shared/values';
import { takeFile } from '../exchange/index.ts';
import { claimStatusQuestion, readClaimStatusReply } from '../real-time/index.ts';
import { getPractice } from '../store/practices.ts';
import type { KeptQuestion } from '../store/real-time-questions.ts';
import { judgeStatuses } from '../transactions/parts/judge-statuses.ts';
import { type ClaimStatusInquiry, ClaimStatusInquirySchema } from '../transactions/status-276/index.ts';
import { wayTo } from './access.ts';
import type { Asker, AskTools, Questions } from './ask.ts';
import type { QuestionRefusal } from './refusal.ts';

export type AskedOfClaim = Pick<ClaimAsked, 'outcome' | 'message'>;

/** What keeps a claim from being asked about, by its status; the others may be with the payer. */
const NOTHING_TO_ASK: Readonly<Partial<Record<ClaimStatus, string>>> = {
  queued: 'The claim has not left yet: no payer knows it.',
  'file-failed': 'The file with the claim was refused: no payer knows it. Correct it and send it again.',
  'rejected-by-clearinghouse': 'The clearinghouse rejected the claim: no payer knows it.',
  'rejected-by-payer': 'The payer rejected the claim, and keeps nothing of it. Correct it and send it again.',
  closed: 'The claim was taken back or closed.',
};

/** Resolves once the payer has answered, or so many milliseconds are over; asked again under the same key, it goes on waiting. */
export async function askAboutClaim(
  tools: AskTools,
  questions: Questions,
  asker: Asker,
  claim: ClaimDetail,
  milliseconds: number,
): Promise<Result<AskedOfClaim, QuestionRefusal>> {
  const { store, runtime, key, news, closing } = tools;
  const { practiceId, deviceId } = asker;
  const scope = { db: store.db, practiceId };
  const why =
    claim.followedBy === null
      ? NOTHING_TO_ASK[claim.status]
      : 'Another claim was sent because of it. Ask about that one.';
  if (why !== undefined) return err({ code: 'can-not-do', why });
  const { settings } = await getPractice(scope);
  if (!settings)
    return err({
      code: 'practice-not-set-up',
      why: 'The practice is not set up yet: an admin does it first.',
    });
  const way = await wayTo(scope, key, claim.claim.coverage, runtime.now());
  if (!way.ok) return way;
  const { service } = way.value;
  const inquiryOf = (id: string) => inquiryFrom(claim, settings, service.senderId, id);
  if (!inquiryOf('T').success)
    return err({
      code: 'question-incomplete',
      why: 'A payer is asked about a claim by the insured person’s name, which this claim has not.',
    });
  const tell = async (question: Uint8Array, answer: Uint8Array) => {
    if (!isTold(question, answer)) return;
    const name = `asked-${claim.patientControlNumber}.277`;
    await takeFile(
      { store, runtime, news, practiceId, stopping: closing },
      { name, bytes: Buffer.from(answer) },
      deviceId,
    );
  };
  const asked = await questions.ask(asker, {
    kind: '276',
    subject: claim.id,
    target: claim.id,
    way: way.value,
    write: (id, numbers) => {
      const inquiry = inquiryOf(id.toUpperCase());
      if (!inquiry.success) throw new Error('an inquiry that was whole is not');
      return claimStatusQuestion(service, inquiry.data, numbers, runtime.now());
    },
    onAnswer: tell,
  });
  if (!asked.ok) return asked;
  const kept = await questions.settled(scope, asked.value, milliseconds);
  if (!kept) throw new Error('a question just kept can not be read');
  return ok(cameOf(kept));
}

/** E0 to E4 say that the payer could not answer: nothing of the claim. */
const NO_ANSWER = /^E\d/;

function statusesIn(question: Uint8Array, answer: Uint8Array) {
  const { outcome } = readClaimStatusReply(question, answer);
  if (outcome.kind === 'claims')
    return outcome.claims.flatMap(({ claim: { statuses, lines } }) =>
      statuses.length > 0 ? statuses : lines.flatMap((line) => line.statuses),
    );
  return outcome.kind === 'refused' ? outcome.statuses : undefined;
}

function isTold(question: Uint8Array, answer: Uint8Array): boolean {
  if (readClaimStatusReply(question, answer).outcome.kind !== 'claims') return false;
  const codes = statusesIn(question, answer)?.flatMap((status) => status.codes) ?? [];
  return codes.some(({ category }) => !NO_ANSWER.test(category));
}

function cameOf({ trouble, question, answer, answeredAt }: KeptQuestion): AskedOfClaim {
  if (trouble) return { outcome: 'no-answer', message: `${trouble.message} ${trouble.fix}` };
  // Kept, but not on the claim yet.
  if (!answer || answeredAt === null)
    return { outcome: 'asking', message: 'The payer has not answered yet.' };
  const statuses = statusesIn(question, answer);
  if (!statuses)
    return {
      outcome: 'no-answer',
      message: 'What came back says nothing of this claim. Ask again later, or call the payer.',
    };
  const { message } = judgeStatuses(statuses);
  return isTold(question, answer)
    ? { outcome: 'told', message }
    : { outcome: 'no-answer', message: `${message} Ask again later, a few times a day at most, or call.` };
}

const SELF = '18';

function inquiryFrom(
  { claim, patientControlNumber, payerClaimControlNumber, totalCharge }: ClaimDetail,
  { name, payers }: PracticeSettings,
  senderId: string,
  traceNumber: string,
) {
  const { coverage, patient, subscriber, relationshipToSubscriber } = claim;
  const claimStatusId = findPayer(payers, coverage.payerName, coverage.payerId)?.claimStatusId;
  const { npi, name: billing } = claim.billingProvider;
  const { kind: _, ...provider } = billing;
  const days = claim.serviceLines.flatMap(({ serviceDate, serviceDateEnd }) => [
    serviceDate,
    serviceDateEnd ?? serviceDate,
  ]);
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  const { memberId } = coverage;
  const named = ({
    lastName,
    firstName,
  }: {
    lastName?: string | undefined;
    firstName?: string | undefined;
  }) => ({
    ...(lastName && { lastName }),
    ...(firstName && { firstName }),
  });
  const isSelf = relationshipToSubscriber === SELF;
  const inquiry: Record<keyof ClaimStatusInquiry, unknown> = {
    traceNumber,
    payer: { name: coverage.payerName, id: claimStatusId ?? coverage.payerId },
    receiver: { organizationName: name, id: senderId },
    provider: { ...provider, npi },
    subscriber: isSelf
      ? { ...named(patient), memberId, birthDate: patient.birthDate, sex: patient.sex }
      : { ...named(subscriber ?? {}), memberId },
    dependent: isSelf ? undefined : { ...named(patient), birthDate: patient.birthDate, sex: patient.sex },
    claim: {
      patientControlNumber,
      ...(payerClaimControlNumber && { payerClaimControlNumber }),
      chargeAmount: totalCharge,
      serviceDate: first,
      ...(last !== first && { serviceDateEnd: last }),
      lines: [],
    },
  };
  return ClaimStatusInquirySchema.safeParse(inquiry);
}
