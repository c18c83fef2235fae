/** What every reader of a transaction needs: where it is, and money, dates and numbers that report what they can't read. */
import { type Cents, cents, type IsoDate } from '@claimside/shared/values';
import {
  type Fault,
  type FindingList,
  locationOf,
  NO_DATE,
  readCents,
  readCount,
  readDate,
  readQuantity,
  type Segment,
} from '../../x12/index.ts';

/** Answers come from payers and clearinghouses: only they can mend them. */
export const ASK_SENDER = 'Ask whoever sent the file for a corrected one.';

/** Reads values of the loop and claim it is told to be in. Unreadable values become 0 or no date, with an error finding. */
export class Reading {
  readonly #findings: FindingList;
  /** Loop path of the segment under way, such as `2000A[1] > 2010AA`. */
  loop = '';
  /** CLM01, CLP01 or TRN02 of the claim under way. */
  claim = '';

  constructor(findings: FindingList) {
    this.#findings = findings;
  }

  report(segment: Segment, fault: Fault, element?: number, component?: number): void {
    const location = locationOf(segment, this.loop, element, component);
    this.#findings.add(location, { claim: this.claim, ...fault });
  }

  /** Money; empty is 0 without a finding. */
  cents(segment: Segment, element: number): Cents {
    return this.optionalCents(segment, element) ?? cents(0);
  }

  optionalCents(segment: Segment, element: number): Cents | undefined {
    const text = segment.element(element);
    if (text === '') return undefined;
    const amount = readCents(text);
    if (amount === undefined)
      this.#unreadable(segment, element, 'AMOUNT', 'an amount with at most two decimals');
    return amount;
  }

  /** Money that must be there. */
  requiredCents(segment: Segment, element: number): Cents {
    if (segment.element(element) === '') this.missing(segment, element);
    return this.cents(segment, element);
  }

  quantity(segment: Segment, element: number, whenEmpty: number): number {
    const text = segment.element(element);
    if (text === '') return whenEmpty;
    const quantity = readQuantity(text);
    if (quantity === undefined) this.#unreadable(segment, element, 'QUANTITY', 'a decimal number');
    return quantity ?? whenEmpty;
  }

  count(segment: Segment, element: number): number {
    const text = segment.element(element);
    const count = readCount(text);
    if (count === undefined && text !== '') this.#unreadable(segment, element, 'COUNT', 'a whole number');
    return count ?? 0;
  }

  /** A date `CCYYMMDD`; undefined when empty. */
  optionalDate(segment: Segment, element: number): IsoDate | undefined {
    const text = segment.element(element);
    if (text === '') return undefined;
    const date = readDate(text);
    if (date === undefined) this.#unreadable(segment, element, 'DATE', 'an existing date, CCYYMMDD');
    return date;
  }

  /** A date that must be there. */
  date(segment: Segment, element: number): IsoDate {
    if (segment.element(element) === '') this.missing(segment, element);
    return this.optionalDate(segment, element) ?? NO_DATE;
  }

  missing(segment: Segment, element: number): void {
    this.report(
      segment,
      {
        code: 'ELEMENT-MISSING',
        message: `${segment.id}${String(element).padStart(2, '0')} is required and empty.`,
        fix: ASK_SENDER,
      },
      element,
    );
  }

  #unreadable(segment: Segment, element: number, code: string, expected: string): void {
    const name = `${segment.id}${String(element).padStart(2, '0')}`;
    const value = segment.element(element);
    this.report(
      segment,
      { code, message: `${name} is not ${expected}.`, value, expected, fix: ASK_SENDER },
      element,
    );
  }
}

/** `{ [name]: value }`, or nothing when there is no value: for optional properties. */
export function present<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  return value === undefined || value === '' ? {} : ({ [name]: value } as Record<Name, Value>);
}
