/** What the simulated clearinghouse has taken and said: the other side's own account, by which the server is judged. */
import type { ScenarioName } from '../../../src/sandbox/scenarios.ts';
import type { FileVerdict } from '../../../src/sandbox/types.ts';
import type { Remittance } from '../../../src/transactions/remittance-835/index.ts';
import type { DeliveredClaim } from '../visit.ts';

export interface Taken {
  readonly name: string;
  readonly sha256: string;
  readonly verdict: FileVerdict;
  readonly controlNumber: number | undefined;
  /** CLM01 of each claim that exists from now on. */
  readonly claims: readonly (DeliveredClaim & { readonly scenario: ScenarioName })[];
  /** CLM01 of each claim in a file that was refused. */
  readonly refused: readonly string[];
}

export class Books {
  readonly taken: Taken[] = [];
  readonly paid: Remittance[] = [];

  /** How often a claim was taken. */
  deliveries(patientControlNumber: string): number {
    return this.taken.filter(({ claims }) =>
      claims.some((claim) => claim.patientControlNumber === patientControlNumber),
    ).length;
  }

  scenarioOf(patientControlNumber: string): ScenarioName | undefined {
    return this.taken
      .flatMap(({ claims }) => claims)
      .find((claim) => claim.patientControlNumber === patientControlNumber)?.scenario;
  }

  /** All that was ever paid on a claim, in cents; what was taken back counted. */
  paidOn(patientControlNumber: string): number {
    return this.paid
      .flatMap(({ claims }) => claims)
      .filter((payment) => payment.patientControlNumber === patientControlNumber)
      .reduce((sum, { paidAmount }) => sum + paidAmount, 0);
  }
}
