/** What is known of a claim that may ask for a person, and the places on lists that it gets. */
import type { PracticePayer } from '../api/index.ts';
import type { Claim } from '../claim/index.ts';
import type { ClaimEvent, ClaimState } from '../lifecycle/index.ts';
import type { Cents, IsoDate, UtcInstant } from '../values/index.ts';
import type { Worklist, WorkReason } from './lists.ts';
import type { ContractRates } from './underpaid.ts';

export interface WorklistItem {
  readonly list: Worklist;
  readonly why: WorkReason;
  readonly since: UtcInstant;
  /** What is at stake. */
  readonly amount: Cents;
  /** The last day on which something can be done; null where none is known. */
  readonly deadline: IsoDate | null;
  readonly urgency: number;
}

export interface WorkedClaim {
  readonly patientControlNumber: string;
  readonly claim: Pick<Claim, 'serviceLines' | 'coverage' | 'frequency'>;
  /** Its own facts. */
  readonly events: readonly ClaimEvent[];
  readonly state: ClaimState;
  /** Another claim was sent because of it and stands for the account. */
  readonly isFollowed: boolean;
  /** What the practice knows of the payer it went to. */
  readonly payer?: PayerDays | undefined;
  /** And of those that were billed before it, by their turn: 1 is the first one's. */
  readonly payersByTurn?: ReadonlyMap<number, PayerDays> | undefined;
  /** What the payer allows by its contract. */
  readonly contract?: ContractRates | undefined;
  /** Where another insurance was billed before: the claim to the first one, with all that was said of its turn. */
  readonly first?: FirstBilled | undefined;
}

type PayerDays = Pick<PracticePayer, 'timelyFilingDays' | 'appealDays'>;

type FirstBilled = Pick<WorkedClaim, 'patientControlNumber' | 'claim' | 'events' | 'contract'>;
