/** A procedure as somebody types it: its fields as text, and the procedure or what is wrong with each field. */
import type { Procedure } from '@claimside/shared/api';
import {
  amountIn,
  type Cell,
  codeIn,
  descriptionIn,
  drugUnitIn,
  modifiersIn,
  ndcIn,
  numberIn,
  placeIn,
} from '@claimside/shared/fee-schedule';
import { cents } from '@claimside/shared/values';
import { amountText } from '../../sidebar/typed.ts';

export const FIELDS = [
  ['code', 'Code'],
  ['description', 'Description'],
  ['price', 'Price for one unit'],
  ['selfPayPrice', 'Self-pay price for one unit'],
  ['modifiers', 'Modifiers, where the chart shows none'],
  ['placeOfService', 'Place of service, where the chart shows none'],
  ['units', 'Units, where the chart shows none'],
  ['ndc', 'NDC'],
  ['ndcQuantity', 'NDC quantity for one unit'],
  ['ndcUnit', 'NDC unit (F2, GR, ME, ML, UN)'],
] as const;

type FieldName = (typeof FIELDS)[number][0];
export type Texts = Readonly<Record<FieldName, string>>;
export type Problems = Partial<Record<FieldName, string>>;

export function textsOf(procedure?: Procedure): Texts {
  const { code = '', description = '', price, selfPayPrice, modifiers = [] } = procedure ?? {};
  const { placeOfService = '', units, drug } = procedure ?? {};
  const money = (amount?: number) => (amount === undefined ? '' : amountText(cents(amount)));
  return {
    ...{ code, description, price: money(price), selfPayPrice: money(selfPayPrice) },
    ...{ modifiers: modifiers.join(' '), placeOfService, units: units?.toString() ?? '' },
    ...{ ndc: drug?.code ?? '', ndcQuantity: drug?.quantity?.toString() ?? '', ndcUnit: drug?.unit ?? '' },
  };
}

export function procedureOf(
  texts: Texts,
): { readonly procedure: Procedure } | { readonly problems: Problems } {
  const problems: Problems = {};
  const take = <T>(field: FieldName, read: (text: string) => Cell<T>, isNeeded = false): T | undefined => {
    const text = texts[field].trim();
    if (text === '' && !isNeeded) return undefined;
    const cell = read(text);
    if ('value' in cell) return cell.value;
    problems[field] = `${cell.fault.message} ${cell.fault.fix}`;
    return undefined;
  };
  const code = take('code', codeIn, true)?.code ?? '';
  const description = take('description', descriptionIn);
  const price = take('price', amountIn);
  const selfPayPrice = take('selfPayPrice', amountIn);
  const modifiers = take('modifiers', modifiersIn);
  const place = take('placeOfService', placeIn)?.place;
  const units = take('units', (text) => numberIn(text, 9_999));
  const ndc = take('ndc', ndcIn);
  const quantity = take('ndcQuantity', (text) => numberIn(text, 9_999_999));
  const unit = take('ndcUnit', drugUnitIn);
  if (texts.ndc.trim() === '' && (quantity !== undefined || unit !== undefined))
    problems.ndc = 'Fill in the NDC, or clear its quantity and unit.';
  if (Object.keys(problems).length > 0) return { problems };
  return {
    procedure: {
      code,
      ...(description !== undefined && { description }),
      ...(price !== undefined && { price }),
      ...(selfPayPrice !== undefined && { selfPayPrice }),
      ...(modifiers && modifiers.length > 0 && { modifiers }),
      ...(place !== undefined && { placeOfService: place }),
      ...(units !== undefined && { units }),
      ...(ndc !== undefined && {
        drug: { code: ndc, ...(quantity !== undefined && { quantity }), ...(unit && { unit }) },
      }),
    },
  };
}
