/** Claim and line adjustments (CAS): a group and up to six triples of reason, amount and quantity. */
import { type Cents, cents } from '@claimside/shared/values';
import { inCapitals, readQuantity, writeCents, writeQuantity } from '../../x12/index.ts';
import { amount, code, decimal, openCode } from '../guide/elements.ts';
import { isFields } from '../guide/fields.ts';
import type { Fields, SegmentCodec, SegmentRule } from '../guide/rules.ts';
import { segment } from '../guide/segments.ts';
import { groupBy } from './group.ts';

const TRIPLES_PER_SEGMENT = 6;

/** CAS01 to CAS19, under one of these groups; all triples of a loop are one list at `adjustments`. */
export function adjustmentSegment(groups: readonly string[], max: number): SegmentRule {
  return segment(
    'CAS',
    'adjustments',
    [
      code('R', groups),
      ...Array.from({ length: TRIPLES_PER_SEGMENT }, (_, triple) => [
        openCode(triple === 0 ? 'R' : 'S', 1, 5),
        amount(triple === 0 ? 'R' : 'S'),
        decimal('S', 15),
      ]).flat(),
    ],
    {
      max,
      codec: adjustments,
      conditions:
        'L050607 C0605 C0705 L080910 C0908 C1008 L111213 C1211 C1311 L141516 C1514 C1614 L171819 C1817 C1917',
    },
  );
}

/** CAS: every triple of every group in one list; written as one CAS for each group. */
const adjustments: SegmentCodec = {
  paths: ['group', 'reason', 'amount', 'quantity'].map((name) => `adjustments.*.${name}`),
  items: { list: 'adjustments', shared: ['group'], own: ['reason', 'amount', 'quantity'], needed: 2 },
  write(target, fold) {
    const triples = listOf(target.adjustments).flatMap(
      ({ group, reason, amount, quantity }): AdjustmentTriple[] =>
        typeof group === 'string' && typeof reason === 'string' && typeof amount === 'number'
          ? [
              {
                group,
                reason: fold(reason),
                amount: cents(amount),
                ...(typeof quantity === 'number' ? { quantity } : {}),
              },
            ]
          : [],
    );
    return writeAdjustments(triples);
  },
  read(source, target, unheld) {
    const existing: unknown = target.adjustments;
    const list: unknown[] = Array.isArray(existing) ? existing : [];
    const before = list.length;
    const group = inCapitals(source.element(1));
    for (let at = 2; at <= source.elementCount; at += 3) {
      const reason = source.element(at);
      const quantityText = source.element(at + 2);
      const amount = source.cents(at + 1);
      if (amount === undefined && reason === '' && source.element(at + 1) === '' && quantityText === '')
        continue;
      const quantity = quantityText === '' ? undefined : readQuantity(quantityText);
      if (amount === undefined || (quantityText !== '' && quantity === undefined)) {
        // The places of the others count: nothing of it is read.
        list.length = before;
        unheld(0);
        return;
      }
      list.push(quantity === undefined ? { group, reason, amount } : { group, reason, amount, quantity });
    }
    if (list.length === before) unheld(0);
    if (list !== existing) target.adjustments = list;
  },
};

/** One CAS triple; a positive amount lowers what is paid. */
export interface AdjustmentTriple {
  readonly group: string;
  readonly reason: string;
  readonly amount: Cents;
  readonly quantity?: number;
}

/** One CAS per group, in the order in which the groups first appear; more than six triples of a group need another CAS. */
export function writeAdjustments(triples: readonly AdjustmentTriple[]): string[][] {
  return [...groupBy(triples, ({ group }) => group)].flatMap(([group, ofGroup]) => {
    const segments: string[][] = [];
    for (let first = 0; first < ofGroup.length; first += TRIPLES_PER_SEGMENT) {
      const elements = ofGroup
        .slice(first, first + TRIPLES_PER_SEGMENT)
        .flatMap(({ reason, amount: money, quantity }) => [
          reason,
          writeCents(money),
          quantity === undefined ? '' : writeQuantity(quantity),
        ]);
      segments.push([group, ...elements]);
    }
    return segments;
  });
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}
