/** Keeps what comes back of a trial with it: no claim has it, and it must wait for nobody. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import type { AnswerPart } from '../../remittance/index.ts';
import type { OutboundFile } from '../../store/outbound-files.ts';
import type { Scope } from '../../store/store.ts';
import { findTrialOfFile, insertTrialAnswer, listTrialNumbers } from '../../store/trials.ts';
import { isTrialNumber } from './claims.ts';

/** Gives the parts that are about real claims. Call in the transaction that stores what the file says. */
export async function withoutTrials(
  scope: Scope,
  parts: readonly AnswerPart[],
  at: UtcInstant,
): Promise<readonly AnswerPart[]> {
  const numberOf = ({ reference }: AnswerPart) => reference.patientControlNumber.trim().toUpperCase();
  if (!parts.some((part) => isTrialNumber(numberOf(part)))) return parts;
  const trials = await listTrialNumbers(scope);
  const others: AnswerPart[] = [];
  for (const part of parts) {
    const patientControlNumber = numberOf(part);
    const trialId = trials.get(patientControlNumber);
    if (trialId === undefined) others.push(part);
    else {
      const { dedupeKey, fact } = part;
      await insertTrialAnswer(scope, trialId, { dedupeKey, fact, patientControlNumber, at });
    }
  }
  return others;
}

/** What is said of the whole file of a trial. */
export async function noteTrialFile(
  scope: Scope,
  file: Pick<OutboundFile, 'id' | 'isTrial'>,
  fact: ClaimFact,
  at: UtcInstant,
): Promise<void> {
  if (!file.isTrial) return;
  const trialId = await findTrialOfFile(scope, file.id);
  if (trialId === undefined) return;
  await insertTrialAnswer(scope, trialId, { dedupeKey: fact.type, fact, patientControlNumber: '', at });
}

/** What is said of the whole batch, and so of each claim in it. */
export async function noteTrialBatch(
  scope: Scope,
  file: Pick<OutboundFile, 'id' | 'isTrial' | 'positions'>,
  fact: ClaimFact,
  at: UtcInstant,
): Promise<void> {
  if (!file.isTrial) return;
  const trialId = await findTrialOfFile(scope, file.id);
  if (trialId === undefined) return;
  for (const { patientControlNumber } of file.positions) {
    const dedupeKey = `${fact.type}:${patientControlNumber}`;
    await insertTrialAnswer(scope, trialId, { dedupeKey, fact, patientControlNumber, at });
  }
}
