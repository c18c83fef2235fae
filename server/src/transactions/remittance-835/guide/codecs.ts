/** Segments of the 835 that no list of elements describes: things under qualifiers, who is paid, provider adjustments. */
import { type IsoDate, isIsoDate } from '@claimside/shared/values';
import { inCapitals, readDate, writeDate } from '../../../x12/index.ts';
import { CENTS, QUANTITY, TEXT } from '../../guide/codecs.ts';
import { isFields } from '../../guide/fields.ts';
import type { Codec, Fields, SegmentCodec, SegmentSource } from '../../guide/rules.ts';

/** A list of `{ qualifier, [name] }`: elements 1 and 2 of each segment. One without a readable value is no item. */
function underQualifier(list: string, name: string, codec: Codec): SegmentCodec {
  return {
    paths: [`${list}.*.qualifier`, `${list}.*.${name}`],
    write: (target, fold) =>
      listOf(target[list]).map((item) => [
        typeof item.qualifier === 'string' ? fold(item.qualifier) : '',
        codec.format(item[name], fold),
      ]),
    read(source, target, unheld) {
      const value = codec === CENTS ? source.cents(2) : parsed(source.element(2), codec);
      if (value === undefined) unheld(0);
      else {
        const item: Fields = { qualifier: inCapitals(source.element(1)) };
        item[name] = value;
        push(target, list, item);
        unheldFrom(3, source, unheld);
      }
    },
  };
}

export const textsUnderQualifier = (list: string) => underQualifier(list, 'value', TEXT);
export const amountsUnderQualifier = (list: string) => underQualifier(list, 'amount', CENTS);
export const quantitiesUnderQualifier = (list: string) => underQualifier(list, 'quantity', QUANTITY);

/** N103 by the field of the payee that N104 is, in the order in which the first that is known is written. */
const PAYEE_IDS = [
  ['XX', 'npi'],
  ['XV', 'planId'],
  ['FI', 'taxId'],
] as const;

/** N1*PE. */
export const payeeName: SegmentCodec = {
  paths: ['name', 'npi', 'planId', 'taxId'],
  write(target, fold) {
    const known = PAYEE_IDS.find(([, field]) => textOf(target[field]) !== '');
    const id = known ? [known[0], fold(textOf(target[known[1]]))] : [];
    return [['PE', fold(textOf(target.name)), ...id]];
  },
  read(source, target, unheld) {
    if (source.element(2) !== '') target.name = source.element(2);
    const [qualifier, id] = [source.element(3).toUpperCase(), source.element(4)];
    const field = PAYEE_IDS.find(([each]) => each === qualifier)?.[1];
    if (field !== undefined && id !== '') target[field] = id;
    else if (qualifier !== '' || id !== '') {
      unheld(3);
      unheld(4);
    }
    unheldFrom(5, source, unheld);
  },
};

/** REF*TJ: the tax id of a payee whom N104 names by another number. */
export const payeeTaxId: SegmentCodec = {
  paths: ['taxId'],
  write(target, fold) {
    const isNamedOtherwise = textOf(target.npi) !== '' || textOf(target.planId) !== '';
    const taxId = textOf(target.taxId);
    return isNamedOtherwise && taxId !== '' ? [['TJ', fold(taxId)]] : [];
  },
  read(source, target, unheld) {
    const taxId = source.element(2);
    const isFirst = taxId !== '' && (target.taxId === undefined || target.taxId === taxId);
    if (isFirst) target.taxId = taxId;
    else unheld(0);
    if (isFirst) unheldFrom(3, source, unheld);
  },
};

const PAIRS_PER_SEGMENT = 6;

/** PLB: every pair of every segment in one list; pairs that follow one another for one provider and date share a PLB. */
export const providerAdjustments: SegmentCodec = {
  paths: ['providerId', 'fiscalDate', 'reason', 'reference', 'amount'].map(
    (name) => `providerAdjustments.*.${name}`,
  ),
  write(target, fold) {
    const segments: (string | readonly string[])[][] = [];
    let open: { readonly start: string; pairs: number } | undefined;
    for (const { providerId, fiscalDate, reason, reference, amount } of listOf(target.providerAdjustments)) {
      const head = [fold(textOf(providerId)), isDate(fiscalDate) ? writeDate(fiscalDate) : ''];
      const start = head.join('\n');
      if (open === undefined || open.start !== start || open.pairs === PAIRS_PER_SEGMENT) {
        open = { start, pairs: 0 };
        segments.push(head);
      }
      open.pairs += 1;
      segments.at(-1)?.push([fold(textOf(reason)), fold(textOf(reference))], CENTS.format(amount, fold));
    }
    return segments;
  },
  read(source, target, unheld) {
    const providerId = source.element(1);
    const dateText = source.element(2);
    const fiscalDate = readDate(dateText) ?? '';
    const read: Fields[] = [];
    for (let at = 3; at <= source.elementCount; at += 2) {
      const [reason = '', reference = ''] = source.components(at);
      if (source.element(at) === '' && source.element(at + 1) === '') continue;
      const amount = source.cents(at + 1);
      // The places of the others count: nothing of it is read.
      if (amount === undefined || source.components(at).length > 2) {
        unheld(0);
        return;
      }
      read.push({
        providerId,
        fiscalDate,
        reason: reason.toUpperCase(),
        ...(reference === '' ? {} : { reference }),
        amount,
      });
    }
    if (read.length === 0) unheld(0);
    else if (dateText !== '' && fiscalDate === '') unheld(2);
    for (const adjustment of read) push(target, 'providerAdjustments', adjustment);
  },
};

function push(target: Fields, list: string, item: Fields): void {
  const existing = target[list];
  if (Array.isArray(existing)) existing.push(item);
  else target[list] = [item];
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

const parsed = (text: string, codec: Codec) => (text === '' ? undefined : codec.parse(text));
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const isDate = (value: unknown): value is IsoDate => typeof value === 'string' && isIsoDate(value);

type Unheld = Parameters<SegmentCodec['read']>[2];

function unheldFrom(first: number, source: SegmentSource, unheld: Unheld): void {
  for (let at = first; at <= source.elementCount; at += 1) if (source.element(at) !== '') unheld(at);
}
