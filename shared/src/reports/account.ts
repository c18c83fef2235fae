/** A visit as it was billed, for reports: its first claim and whatever followed that one, as one account. */
import type { ClaimMoney } from '../lifecycle/index.ts';
import type { Cents, IsoDate } from '../values/index.ts';

export interface ReportAccount {
  /** Of its first claim. */
  readonly payerName: string;
  /** Of its last claim: who is waited for, where anybody is. */
  readonly lastPayerName: string;
  /** Of the rendering provider, else of who bills. */
  readonly renderingNpi: string;
  /** The first day of service. */
  readonly servedOn: IsoDate;
  /** Of the first claim. */
  readonly billedOn: IsoDate;
  /** As it stands now, all its claims together. */
  readonly money: ClaimMoney;
  /** Nothing is wanted of it any more, whatever is open. */
  readonly isClosed: boolean;
  /** What the payer should pay by contract with the patient's share; undefined where no contract is known. */
  readonly expected?: Cents;
  /** The first word on the first claim that lets it through or not; undefined while there is none. */
  readonly firstAnswer?: 'accepted' | 'rejected';
  /** What the first payer decided first; undefined while it has not. */
  readonly decision?: Decision;
  /** Since when the payer of its last claim has it and has not decided; undefined where nothing is awaited. */
  readonly waitsSince?: IsoDate;
}

export interface Decision {
  readonly on: IsoDate;
  readonly isDenied: boolean;
  /** Why not all was paid, but for what the contract takes off and the patient owes. */
  readonly reasons: readonly DenialReason[];
}

/** CAS01 and CAS02. */
export interface DenialReason {
  readonly group: string;
  readonly reason: string;
  readonly amount: Cents;
}
