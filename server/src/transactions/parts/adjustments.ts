/** Claim and line adjustments (CAS): a group and up to six triples of reason, amount and quantity. */
import type { Cents } from '@claimside/shared/values';
import {
  readQuantity,
  type Segment,
  type SegmentToWrite,
  writeCents,
  writeQuantity,
} from '../../x12/index.ts';
import { groupBy } from './group.ts';

/** One CAS triple; a positive amount lowers what is paid. */
export interface AdjustmentTriple {
  readonly group: string;
  readonly reason: string;
  readonly amount: Cents;
  readonly quantity?: number;
}

const TRIPLES_PER_SEGMENT = 6;

/** One CAS per group, in the order in which the groups first appear; more than six triples of a group need another CAS. */
export function writeAdjustments(adjustments: readonly AdjustmentTriple[]): SegmentToWrite[] {
  const groups = groupBy(adjustments, (adjustment) => adjustment.group);
  return [...groups].flatMap(([group, triples]) => {
    const segments: SegmentToWrite[] = [];
    for (let first = 0; first < triples.length; first += TRIPLES_PER_SEGMENT) {
      const elements = triples
        .slice(first, first + TRIPLES_PER_SEGMENT)
        .flatMap(({ reason, amount, quantity }) => [
          reason,
          writeCents(amount),
          quantity === undefined ? undefined : writeQuantity(quantity),
        ]);
      segments.push(['CAS', group, ...elements]);
    }
    return segments;
  });
}

/** The triples of one CAS; `amountAt` reads a money element and reports it when it can't. */
export function readAdjustments(segment: Segment, amountAt: (element: number) => Cents): AdjustmentTriple[] {
  const triples: AdjustmentTriple[] = [];
  for (let at = 2; at < segment.elements.length; at += 3) {
    if (segment.element(at) === '' && segment.element(at + 1) === '') continue;
    const quantity = readQuantity(segment.element(at + 2));
    triples.push({
      group: segment.element(1),
      reason: segment.element(at),
      amount: amountAt(at + 1),
      ...(quantity === undefined ? {} : { quantity }),
    });
  }
  return triples;
}
