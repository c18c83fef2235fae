/** Status information (STC): up to three composites of category, status and entity, with date, action and amount. */
import type { Cents, IsoDate } from '@claimside/shared/values';
import { type Segment, type SegmentToWrite, writeCents, writeDate } from '../../x12/index.ts';
import { present, type Reading } from './reading.ts';

export interface Status {
  /** STC01, then STC10 and STC11. */
  readonly codes: readonly { readonly category: string; readonly status: string; readonly entity?: string }[];
  readonly date?: IsoDate;
  /** STC03. */
  readonly action?: string;
  readonly amount?: Cents;
  /** STC12. */
  readonly message?: string;
}

const CODES_AT = [1, 10, 11] as const;

export function readStatus(segment: Segment, reading: Reading): Status {
  const codes = CODES_AT.filter((at) => segment.element(at) !== '').map((at) => {
    const [category = '', status = '', entity] = segment.components(at);
    return { category: category.toUpperCase(), status, ...present('entity', entity) };
  });
  if (codes.length === 0) reading.missing(segment, 1);
  return {
    codes,
    ...present('date', reading.optionalDate(segment, 2)),
    ...present('action', segment.element(3).toUpperCase()),
    ...present('amount', reading.optionalCents(segment, 4)),
    ...present('message', segment.element(12)),
  };
}

export function writeStatus({ codes, date, action, amount, message }: Status): SegmentToWrite {
  const [first, second, third] = codes.map(({ category, status, entity }) => [category, status, entity]);
  const none = [undefined, undefined, undefined, undefined, undefined];
  return [
    'STC',
    first,
    date === undefined ? undefined : writeDate(date),
    action,
    amount === undefined ? undefined : writeCents(amount),
    ...none,
    second,
    third,
    message,
  ];
}
