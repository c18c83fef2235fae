/** Which cause a claim status (the second and third part of STC01) stands for: what is wrong, and whose. */
import { byCode, type CauseId } from './causes.ts';

/** What an entity code says of whom the status speaks; more than one code may name one part of the claim. */
type Whose =
  | 'billing'
  | 'rendering'
  | 'referring'
  | 'supervising'
  | 'facility'
  | 'member'
  | 'patient'
  | 'payer';

const ENTITIES: readonly (readonly [Whose, string])[] = [
  ['billing', '85 87 1P FA'],
  ['rendering', '82 SJ'],
  ['referring', 'DN P3 DK'],
  ['supervising', 'DQ'],
  ['facility', '77'],
  ['member', 'IL GB'],
  ['patient', 'QC'],
  ['payer', 'PR TT'],
];
const WHOSE = new Map(ENTITIES.flatMap(([whose, codes]) => codes.split(' ').map((code) => [code, whose])));

const STATUSES: readonly (readonly [CauseId, string])[] = [
  ['member-mismatch', '31'],
  ['member-unknown', '33 97 164'],
  ['not-insured-then', '88 90 109'],
  ['wrong-payer', '116'],
  ['duplicate', '54 78 746'],
  ['filed-late', '718'],
  ['tax-id', '128'],
  ['taxonomy', '145'],
  ['relationship', '156'],
  ['sex', '157'],
  ['birth-date', '158'],
  ['group-number', '163'],
  ['earlier-decision-missing', '171 286 521 672'],
  ['charge', '178 400 402 583'],
  ['service-date', '187 188 510'],
  ['other-dates', '189'],
  ['drug', '216 217 218'],
  ['units', '258 476'],
  ['place-of-service', '249'],
  ['no-authorization', '48 84 252'],
  ['diagnosis-invalid', '254 255 488 508'],
  ['diagnosis-does-not-fit', '477'],
  ['age-or-sex', '474 475'],
  ['service-description', '306'],
  ['modifier', '453'],
  ['procedure-invalid', '454 507'],
  ['payer-claim-number', '464 535'],
  ['format', '481 511 684'],
  ['submitter-not-approved', '24 496'],
  ['papers-wanted', '287 294 297 298 317 321'],
  ['not-on-file', '35'],
];
const BY_STATUS = byCode(STATUSES);

/** What is wrong of somebody, whoever it is: number, name, address, anything. */
const OF_SOMEBODY = new Set('21 26 125 126 132 153 500 501 502 503 504 505 560 562'.split(' '));
const NAMES = new Set(['125', '504', '505']);
const ADDRESSES = new Set(['126', '500', '501', '502', '503']);
const PROVIDERS: Partial<Record<Whose, CauseId>> = {
  billing: 'billing-provider',
  rendering: 'rendering-provider',
  referring: 'referring-provider',
  supervising: 'supervising-provider',
  facility: 'facility',
};

/** Of one code such as `A7:562:85`; undefined where it says nothing that we have words for. */
export function causeOfStatus(code: string): CauseId | undefined {
  const [, status = '', entity = ''] = code
    .toUpperCase()
    .split(':')
    .map((part) => part.trim());
  const number = status.replace(/^0+/, '');
  const whose = WHOSE.get(entity);
  if (whose && OF_SOMEBODY.has(number)) {
    const provider = PROVIDERS[whose];
    if (provider) return provider;
    if (whose === 'payer') return 'wrong-payer';
    if (NAMES.has(number)) return 'patient-name';
    if (ADDRESSES.has(number)) return 'patient-address';
    if (number !== '21') return 'member-unknown';
  }
  return BY_STATUS.get(number) ?? (number === '21' || number === '122' ? 'something-missing' : undefined);
}
