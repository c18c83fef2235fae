/** Segments that claims and lines of an 835 share. */
import { amount, code, date, decimal, literal, type Place, text } from '../../guide/elements.ts';
import type { SegmentRule } from '../../guide/rules.ts';
import { segment } from '../../guide/segments.ts';
import { adjustmentSegment } from '../../parts/adjustments.ts';
import { amountsUnderQualifier, quantitiesUnderQualifier, textsUnderQualifier } from './codecs.ts';

/** CAS, at claim or line. */
export const ADJUSTMENTS = adjustmentSegment(['CO', 'OA', 'PI', 'PR'], 99);

/** DTM: one day under its qualifier. */
export function dtm(qualifier: string, name: string, place: Place): SegmentRule {
  return segment('DTM', name, [literal(qualifier), date('R', place)], { qualifiedBy: { element: 1 } });
}

/** REF for any of several qualifiers. */
export function references(
  qualifiers: readonly string[],
  name: string,
  list: string,
  max: number,
): SegmentRule {
  return segment('REF', name, [code('R', qualifiers), text('R', 50)], {
    max,
    qualifiedBy: { element: 1, codes: qualifiers },
    codec: textsUnderQualifier(list),
  });
}

/** AMT for any of several qualifiers. */
export function amounts(qualifiers: readonly string[], max: number): SegmentRule {
  return segment('AMT', 'amount for information', [code('R', qualifiers), amount('R')], {
    max,
    qualifiedBy: { element: 1, codes: qualifiers },
    codec: amountsUnderQualifier('supplementalAmounts'),
  });
}

/** QTY for any of several qualifiers. */
export function quantities(qualifiers: readonly string[], max: number): SegmentRule {
  return segment('QTY', 'quantity for information', [code('R', qualifiers), decimal('R', 15)], {
    max,
    qualifiedBy: { element: 1, codes: qualifiers },
    codec: quantitiesUnderQualifier('supplementalQuantities'),
  });
}
