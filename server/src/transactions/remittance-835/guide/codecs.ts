/** Segments of the 835 that no list of elements describes: things under qualifiers, who is paid, provider adjustments. */
import { type IsoDate, isIsoDate } from '@claimside/shared/values';
import { inCapitals, readDate, readQuantity, writeDate } from '../../../x12/index.ts';
import { CENTS, QUANTITY, TEXT } from '../../guide/codecs.ts';
import { field, isFields } from '../../guide/fields.ts';
import type { Codec, Field, Fields, SegmentCodec, SegmentSource } from '../../guide/rules.ts';

/** Of a list of things under qualifiers: each of one literal, so that all are of one shape in memory. */
interface UnderQualifier {
  readonly name: string;
  readonly codec: Codec;
  /** Undefined where element 2 says none. */
  read(source: SegmentSource): unknown;
  item(qualifier: string, value: unknown): Fields;
}

const TEXT_UNDER: UnderQualifier = {
  name: 'value',
  codec: TEXT,
  read: (source) => source.element(2) || undefined,
  item: (qualifier, value) => ({ qualifier, value }),
};

const AMOUNT_UNDER: UnderQualifier = {
  name: 'amount',
  codec: CENTS,
  read: (source) => source.cents(2),
  item: (qualifier, amount) => ({ qualifier, amount }),
};

const QUANTITY_UNDER: UnderQualifier = {
  name: 'quantity',
  codec: QUANTITY,
  read: (source) => readQuantity(source.element(2)),
  item: (qualifier, quantity) => ({ qualifier, quantity }),
};

/** Elements 1 and 2 of each segment. One without a readable value is no item. */
function underQualifier(list: string, { name, codec, read, item }: UnderQualifier): SegmentCodec {
  const place = field(list);
  return {
    paths: [`${list}.*.qualifier`, `${list}.*.${name}`],
    items: { list, shared: [], own: ['qualifier', name], needed: 2 },
    write: (target, fold) =>
      listOf(target[list]).map((item) => [
        typeof item.qualifier === 'string' ? fold(item.qualifier) : '',
        codec.format(item[name], fold),
      ]),
    read(source, target, unheld) {
      const value = read(source);
      if (value === undefined) unheld(0);
      else {
        push(target, place, item(inCapitals(source.element(1)), value));
        unheldFrom(3, source, unheld);
      }
    },
  };
}

export const textsUnderQualifier = (list: string) => underQualifier(list, TEXT_UNDER);
export const amountsUnderQualifier = (list: string) => underQualifier(list, AMOUNT_UNDER);
export const quantitiesUnderQualifier = (list: string) => underQualifier(list, QUANTITY_UNDER);

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
    const name = PAYEE_IDS.find(([each]) => each === qualifier)?.[1];
    if (name !== undefined && id !== '') target[name] = id;
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
const PROVIDER_ADJUSTMENTS = field('providerAdjustments');

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
    for (const adjustment of read) push(target, PROVIDER_ADJUSTMENTS, adjustment);
  },
};

function push(target: Fields, list: Field, item: Fields): void {
  const existing = list.get(target);
  if (Array.isArray(existing)) existing.push(item);
  else list.set(target, [item]);
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const isDate = (value: unknown): value is IsoDate => typeof value === 'string' && isIsoDate(value);

type Unheld = Parameters<SegmentCodec['read']>[2];

function unheldFrom(first: number, source: SegmentSource, unheld: Unheld): void {
  for (let at = first; at <= source.elementCount; at += 1) if (source.element(at) !== '') unheld(at);
}
