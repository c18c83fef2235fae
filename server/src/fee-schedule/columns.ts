/** The columns of a fee schedule as practices keep it in a spreadsheet, found by their headings. */

export type Column =
  | 'code'
  | 'description'
  | 'price'
  | 'selfPayPrice'
  | 'modifiers'
  | 'placeOfService'
  | 'units'
  | 'ndc'
  | 'ndcQuantity'
  | 'ndcUnit'
  | 'contractModifiers';

/** As they are written; other headings that mean the same are read too, in capitals without blanks and punctuation. */
const COLUMNS: Readonly<Record<Column, readonly [heading: string, ...others: readonly string[]]>> = {
  code: ['Code', 'PROCEDURE', 'PROCEDURECODE', 'CPT', 'CPTCODE', 'HCPCS', 'CPTHCPCS'],
  description: ['Description', 'NAME', 'PROCEDURENAME'],
  price: ['Price', 'FEE', 'CHARGE', 'USUALCHARGE', 'INSURANCEPRICE', 'STANDARDFEE', 'AMOUNT'],
  selfPayPrice: ['Self-pay price', 'SELFPAY', 'CASHPRICE', 'CASH'],
  modifiers: ['Modifiers', 'MODIFIER', 'DEFAULTMODIFIERS', 'MOD'],
  placeOfService: ['Place of service', 'POS', 'DEFAULTPOS'],
  units: ['Units', 'DEFAULTUNITS'],
  ndc: ['NDC', 'NDCCODE'],
  ndcQuantity: ['NDC quantity', 'NDCQTY'],
  ndcUnit: ['NDC unit', 'NDCUOM'],
  contractModifiers: ['Contract modifiers'],
};

export const HEADINGS: readonly string[] = Object.values(COLUMNS).map(([heading]) => heading);

export interface ContractColumn {
  readonly at: number;
  readonly payerId: string;
  readonly name: string;
}

export interface FoundColumns {
  readonly places: ReadonlyMap<Column, number>;
  readonly contracts: readonly ContractColumn[];
  readonly unknown: readonly string[];
  /** Headings that mean what another one before them means. */
  readonly repeated: readonly string[];
}

const plain = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** `Contract 60054`, or with the payer's name behind it. */
const CONTRACT = /^(?:contract|expected|allowed)\s+([A-Za-z0-9]+)(?:\s+(.+))?$/i;

export function columnsOf(headings: readonly string[]): FoundColumns {
  const places = new Map<Column, number>();
  const contracts: ContractColumn[] = [];
  const unknown: string[] = [];
  const repeated: string[] = [];
  headings.forEach((heading, at) => {
    const column = columnOf(heading);
    const [, payerId, name = ''] = CONTRACT.exec(heading) ?? [];
    if (column !== undefined) {
      if (places.has(column)) repeated.push(heading);
      else places.set(column, at);
    } else if (payerId === undefined) unknown.push(heading);
    else if (contracts.some((one) => one.payerId === payerId.toUpperCase() && one.name === name))
      repeated.push(heading);
    else contracts.push({ at, payerId: payerId.toUpperCase(), name });
  });
  return { places, contracts, unknown: unknown.filter((heading) => heading !== ''), repeated };
}

function columnOf(heading: string): Column | undefined {
  const word = plain(heading);
  const found = Object.entries(COLUMNS).find(([, names]) => names.some((name) => plain(name) === word));
  return found?.[0] as Column | undefined;
}

/** A code, and something that is told of it. */
export function isHeading(cells: readonly string[]): boolean {
  const { places, contracts } = columnsOf(cells);
  return places.has('code') && places.size + contracts.length > 1;
}

/** The heading under which a payer's amounts are written. */
export const contractHeading = (payerId: string, name: string): string =>
  name === '' ? `Contract ${payerId}` : `Contract ${payerId} ${name}`;
