/** Status information (STC): up to three composites of category, status and entity, with what became of the claim and when. */
import { type Cents, cents, type IsoDate } from '@claimside/shared/values';
import { z } from 'zod';
import { readCents, readDate, writeCents, writeDate } from '../../x12/index.ts';
import {
  amount as amountElement,
  code,
  composite,
  date,
  openCode,
  text as textElement,
  unused,
} from '../guide/elements.ts';
import { isFields } from '../guide/fields.ts';
import type { ElementRule, Fields, SegmentCodec, SegmentRule, Usage } from '../guide/rules.ts';
import { segment } from '../guide/segments.ts';
import { amount, openCode as codeOfList, day, text } from './answers/fields.ts';
import { isDate } from './period.ts';

const StatusCodeSchema = z.object({
  /** A0-A8, P.., F.., R.., E.., D0. */
  category: z.string().regex(/^[A-Z0-9]{1,30}$/),
  status: z.string().regex(/^[A-Z0-9]{1,30}$/),
  /** Of whom it speaks. */
  entity: codeOfList(2, 3),
  /** Of which list the status is, where not of the usual one: RX of pharmacies. */
  codeList: codeOfList(1, 3),
});

/** STC of an answer before adjudication (277CA). */
export const StatusSchema = z.object({
  /** STC01, then STC10 and STC11. */
  codes: z.array(StatusCodeSchema).min(1).max(3),
  date: day,
  /** STC03: WQ accepted, U rejected. */
  action: z.enum(['U', 'WQ']).optional(),
  amount,
  /** STC12. */
  message: text(264),
});

/** STC of an answer from a payer, which may have decided (277): no action and no message of its own. */
export const DecidedStatusSchema = StatusSchema.omit({ action: true, message: true }).extend({
  /** STC05. */
  paidAmount: amount,
  /** STC06: of the decision or payment. */
  decisionDate: day,
  /** STC07: ACH, CHK and so on. */
  paymentMethod: codeOfList(3),
  /** STC08: of the check or EFT. */
  paymentDate: day,
  /** STC09. */
  checkNumber: text(16),
});

export interface StatusCode {
  readonly category: string;
  readonly status: string;
  readonly entity?: string;
  readonly codeList?: string;
}

/** Codes may be any text, as read. */
export interface Status {
  readonly codes: readonly StatusCode[];
  readonly date?: IsoDate;
  readonly action?: string;
  readonly amount?: Cents;
  readonly paidAmount?: Cents;
  readonly decisionDate?: IsoDate;
  readonly paymentMethod?: string;
  readonly paymentDate?: IsoDate;
  readonly checkNumber?: string;
  readonly message?: string;
}

export interface StatusRule {
  readonly max?: number;
  readonly usage?: Usage;
  readonly date?: Usage;
  /** STC03, and the codes that it may have here. */
  readonly action?: readonly string[];
  readonly amount?: Usage;
  readonly message?: Usage;
  /** STC05 to STC09. */
  readonly isDecided?: boolean;
}

/** STC of one level; every one is an item of the list `statuses`. */
export function statusSegment(name: string, rule: StatusRule): SegmentRule {
  const { usage = 'R', max = Number.POSITIVE_INFINITY, isDecided = false } = rule;
  const paid: readonly ElementRule[] = isDecided
    ? [amountElement('S'), date('S'), openCode('S', 3, 3), date('S'), textElement('S', 16)]
    : [unused, unused, unused, unused, unused];
  const status = (own: Usage) =>
    composite(own, [openCode('R', 1, 30), openCode('R', 1, 30), openCode('S', 2, 3), openCode('S', 1, 3)]);
  return segment(
    'STC',
    name,
    [
      status('R'),
      usageOf(rule.date ?? 'R', date('S')),
      rule.action ? code('R', rule.action) : unused,
      usageOf(rule.amount ?? 'R', amountElement('S')),
      ...paid,
      status('S'),
      status('S'),
      usageOf(rule.message ?? 'N', textElement('S', 264)),
    ],
    { usage, max, list: 'statuses', codec: isDecided ? DECIDED : UNDECIDED },
  );
}

/** An element that the guide does not use is still read where a sender fills it: nothing that is said of a claim is passed over. */
function usageOf<Rule extends ElementRule>(usage: Usage, rule: Rule): Rule {
  return { ...rule, usage };
}

const CODES_AT = [1, 10, 11] as const;
const CODE_PARTS = ['category', 'status', 'entity', 'codeList'] as const;

/** What stands in an element besides the composites. */
const PLACES = [
  { at: 2, name: 'date', kind: 'date' },
  { at: 3, name: 'action', kind: 'code' },
  { at: 4, name: 'amount', kind: 'amount' },
  { at: 12, name: 'message', kind: 'text' },
] as const;
const PLACES_DECIDED = [
  ...PLACES,
  { at: 5, name: 'paidAmount', kind: 'amount' },
  { at: 6, name: 'decisionDate', kind: 'date' },
  { at: 7, name: 'paymentMethod', kind: 'code' },
  { at: 8, name: 'paymentDate', kind: 'date' },
  { at: 9, name: 'checkNumber', kind: 'text' },
] as const;

interface Place {
  readonly at: number;
  readonly name: string;
  readonly kind: 'date' | 'code' | 'amount' | 'text';
}

const UNDECIDED = codecOf(PLACES);
const DECIDED = codecOf(PLACES_DECIDED);

/** The target is the item of the list. */
function codecOf(places: readonly Place[]): SegmentCodec {
  return {
    paths: [...CODE_PARTS.map((part) => `codes.*.${part}`), ...places.map(({ name }) => name)],
    write(target, fold) {
      const elements: (string | string[])[] = Array.from({ length: 12 }, () => '');
      const codes = Array.isArray(target.codes) ? target.codes.filter(isFields) : [];
      CODES_AT.forEach((at, index) => {
        const parts = codes[index];
        if (parts) elements[at - 1] = CODE_PARTS.map((part) => textOf(parts[part], fold));
      });
      for (const { at, name, kind } of places) elements[at - 1] = FORMAT[kind](target[name], fold);
      return [elements];
    },
    read(source, target, unheld) {
      const codes: Fields[] = [];
      for (const at of CODES_AT) {
        if (source.element(at) === '') continue;
        const [category = '', status = '', entity = '', codeList = '', ...rest] = source.components(at);
        codes.push({
          category: category.toUpperCase(),
          status,
          ...(entity === '' ? {} : { entity }),
          ...(codeList === '' ? {} : { codeList }),
        });
        rest.forEach((each, index) => {
          if (each !== '') unheld(at, CODE_PARTS.length + index + 1);
        });
      }
      target.codes = codes;
      const isRead = new Set<number>(CODES_AT);
      for (const { at, name, kind } of places) {
        const said = source.element(at);
        const value = said === '' ? undefined : PARSE[kind](said);
        if (value === undefined) continue;
        target[name] = value;
        isRead.add(at);
      }
      for (let at = 1; at <= source.elementCount; at += 1)
        if (!isRead.has(at) && source.element(at) !== '') unheld(at);
    },
  };
}

const PARSE: Readonly<Record<Place['kind'], (text: string) => unknown>> = {
  date: (said) => (said.length === 8 ? readDate(said) : undefined),
  code: (said) => said.toUpperCase(),
  amount: readCents,
  text: (said) => said,
};

type Format = (value: unknown, fold: (text: string) => string) => string;
const FORMAT: Readonly<Record<Place['kind'], Format>> = {
  date: (value) => (isDate(value) ? writeDate(value) : ''),
  code: textOf,
  amount: (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? writeCents(cents(value)) : '',
  text: textOf,
};

function textOf(value: unknown, fold: (text: string) => string): string {
  return typeof value === 'string' ? fold(value) : '';
}
