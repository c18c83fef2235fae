/** Told, while a set is read, where its money stands: what balancing needs to name the places. */
import type { Segment } from '../../x12/index.ts';
import type { Frame } from '../guide/frame.ts';
import type { ClaimPayment, ProviderAdjustment, RemittanceHead } from './model/index.ts';

export interface SetWatch {
  /** BPR. */
  payment(segment: Segment, loop: string): void;
  /** `lacks`: required amounts that it does not say. */
  head(head: RemittanceHead, lacks: readonly string[]): void;
  claimOpened(first: Segment, frame: Frame): void;
  lineOpened(first: Segment, frame: Frame): void;
  /** An element, or without one a whole segment, of which the model holds nothing. */
  unread(segment: Segment, element: number | undefined): void;
  claimEnded(payment: ClaimPayment, lacks: readonly string[]): void;
  ended(providerAdjustments: readonly ProviderAdjustment[], isCutOff: boolean): void;
}
