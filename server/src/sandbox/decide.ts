/** Chooses what becomes of a claim: by its member id, or, when it corrects an earlier one, by whether that one is known. */
import { readFile } from 'node:fs/promises';
import type { Claim } from '@claimside/shared/claim';
import { completeRead, readClaimFile } from '../transactions/claim-837p/index.ts';
import type { JudgedClaim } from './answers/judged.ts';
import { standingPayment } from './answers/remittance.ts';
import { ALL_SCENARIOS, CORRECTIONS, scenarioOf } from './scenarios.ts';
import type { ReceivedFile } from './types.ts';

type Decision = Pick<JudgedClaim, 'scenario' | 'corrects'>;

/** `earlier`: all files received before this one. */
export async function decide(claim: Claim, earlier: readonly ReceivedFile[]): Promise<Decision> {
  if (claim.frequency === '1') return { scenario: scenarioOf(claim.coverage.memberId) };
  if (claim.payerClaimControlNumber === undefined) return { scenario: CORRECTIONS.withoutNumber };
  const corrects = await adjudicated(claim.payerClaimControlNumber, earlier);
  if (!corrects) return { scenario: CORRECTIONS.originalUnknown };
  return { scenario: claim.frequency === '7' ? CORRECTIONS.replaced : CORRECTIONS.voided, corrects };
}

/** The earlier claim that the payer calls by this number, read again from its kept copy, if its payment still stands. */
async function adjudicated(
  number: string,
  earlier: readonly ReceivedFile[],
): Promise<JudgedClaim | undefined> {
  if (earlier.some(({ claims }) => claims.some(({ corrects }) => corrects === number))) return undefined;
  for (const file of earlier) {
    const found = file.claims.find(({ payerClaimControlNumber }) => payerClaimControlNumber === number);
    if (!found) continue;
    const { claims } = readClaimFile(await readFile(file.archivePath));
    const kept = claims.find(
      ({ patientControlNumber }) => patientControlNumber === found.patientControlNumber,
    );
    const read = kept && completeRead(kept);
    const scenario = [...ALL_SCENARIOS, ...Object.values(CORRECTIONS)].find(
      ({ name }) => name === found.scenario,
    );
    if (!read || !scenario) return undefined;
    const { clearinghouseClaimId, payerClaimControlNumber } = found;
    const claim: JudgedClaim = { ...read, scenario, clearinghouseClaimId, payerClaimControlNumber };
    return standingPayment(claim) ? claim : undefined;
  }
  return undefined;
}
