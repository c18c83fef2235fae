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
  const trials = await trialsAmong(
    scope,
    parts.map(({ reference }) => reference.patientControlNumber),
  );
  if (trials.size === 0) return parts;
  const others: AnswerPart[] = [];
  for (const part of parts) {
    const { dedupeKey, fact, reference } = part;
    const trialId = trials.get(reference.patientControlNumber);
    const patientControlNumber = plain(reference.patientControlNumber);
    if (trialId === undefined) others.push(part);
    else await insertTrialAnswer(scope, trialId, { dedupeKey, fact, patientControlNumber, at });
  }
  return others;
}

/** Those of these claim numbers that are of invented claims, each with its trial. */
export async function trialsAmong(
  scope: Scope,
  patientControlNumbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = patientControlNumbers.filter((each) => isTrialNumber(plain(each)));
  if (asked.length === 0) return new Map();
  const trials = await listTrialNumbers(scope);
  return new Map(
    asked.flatMap((each) => {
      const trialId = trials.get(plain(each));
      return trialId === undefined ? [] : [[each, trialId] as const];
    }),
  );
}

const plain = (patientControlNumber: string): string => patientControlNumber.trim().toUpperCase();

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
