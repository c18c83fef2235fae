/** Loops of providers and places at claim (2310) and line (2420): one shape for all, told apart by NM101. */
import { contactSegment } from '../../guide/contact.ts';
import { literal, text } from '../../guide/elements.ts';
import type { LoopRule, SegmentRule } from '../../guide/rules.ts';
import { addressSegments, idPair, loop, nm1, numberOfPayer, refs, segment } from '../../guide/segments.ts';
import { NPI, STATE_CODE, TAXONOMY, ZIP_CODE, ZIP_CODE_9 } from '../../guide/shapes.ts';

const PROVIDER_IDS = ['0B', '1G', 'G2', 'LU'];

interface ProviderLoop {
  readonly id: string;
  readonly entity: string;
  readonly name: string;
  /** Field of the claim or line. */
  readonly at: string;
  readonly type: '1' | '2' | 'either';
  /** REF01 codes and how many. */
  readonly ids?: readonly string[];
  readonly maxIds?: number;
  readonly hasTaxonomy?: boolean;
  /** Told by numbers only: purchased service providers. */
  readonly isNameless?: boolean;
  readonly isLine?: boolean;
  readonly more?: readonly SegmentRule[];
}

function provider(options: ProviderLoop): LoopRule {
  const { id, entity, name, at, type, hasTaxonomy, isNameless, isLine, more = [] } = options;
  const { ids = PROVIDER_IDS, maxIds = isLine ? 20 : 4 } = options;
  return loop(
    id,
    name,
    [
      nm1(entity, name, {
        type,
        ...(isNameless ? { nameUsage: 'N' as const, organizationFlag: 'isOrganization' } : {}),
        id: idPair(['XX'], 'npi', { shape: NPI }),
      }),
      ...(hasTaxonomy
        ? [
            segment('PRV', `specialty of the ${name}`, [
              literal('PE'),
              literal('PXC'),
              text('R', 50, 'taxonomy', { shape: TAXONOMY }),
            ]),
          ]
        : []),
      ...more.filter(({ id: each }) => each === 'N3' || each === 'N4'),
      refs(ids, `secondary id of the ${name}`, 'secondaryIds', maxIds, isLine ? numberOfPayer : []),
      ...more.filter(({ id: each }) => each === 'PER'),
    ],
    { object: at },
  );
}

const TELEPHONE_ONLY = { name: 'name', phone: 'phone', extension: 'extension' };

function facility(id: string, isLine: boolean): LoopRule {
  return loop(
    id,
    'service facility',
    [
      nm1('77', 'service facility', {
        type: '2',
        organizationName: 'name',
        id: idPair(['XX'], 'npi', { shape: NPI }),
      }),
      ...addressSegments('address', { postalCode: ZIP_CODE_9, state: STATE_CODE }),
      refs(
        ['0B', 'G2', 'LU'],
        'secondary id of the service facility',
        'secondaryIds',
        3,
        isLine ? numberOfPayer : [],
      ),
      ...(isLine
        ? []
        : [contactSegment('service facility contact', { object: 'contact', paths: TELEPHONE_ONLY })]),
    ],
    { object: 'serviceFacility' },
  );
}

const anyAddress = { postalCode: ZIP_CODE, state: STATE_CODE };

function pickUp(id: string): LoopRule {
  return loop(
    id,
    'ambulance pick-up',
    [nm1('PW', 'ambulance pick-up', { type: '2', nameUsage: 'N' }), ...addressSegments('', anyAddress)],
    { object: 'ambulancePickUp' },
  );
}

function dropOff(id: string): LoopRule {
  return loop(
    id,
    'ambulance drop-off',
    [
      nm1('45', 'ambulance drop-off', { type: '2', nameUsage: 'S', organizationName: 'name' }),
      ...addressSegments('address', anyAddress),
    ],
    { object: 'ambulanceDropOff' },
  );
}

/** 2310A to 2310F. */
export const CLAIM_PROVIDERS: readonly LoopRule[] = [
  provider({
    id: '2310A',
    entity: 'DN',
    name: 'referring provider',
    at: 'referringProvider',
    type: '1',
    ids: ['0B', '1G', 'G2'],
    maxIds: 3,
  }),
  provider({
    id: '2310A',
    entity: 'P3',
    name: 'primary care provider',
    at: 'primaryCareProvider',
    type: '1',
    ids: ['0B', '1G', 'G2'],
    maxIds: 3,
  }),
  provider({
    id: '2310B',
    entity: '82',
    name: 'rendering provider',
    at: 'renderingProvider',
    type: 'either',
    hasTaxonomy: true,
  }),
  facility('2310C', false),
  provider({ id: '2310D', entity: 'DQ', name: 'supervising provider', at: 'supervisingProvider', type: '1' }),
  pickUp('2310E'),
  dropOff('2310F'),
];

/** 2420A to 2420H. */
export const LINE_PROVIDERS: readonly LoopRule[] = [
  provider({
    id: '2420A',
    entity: '82',
    name: 'rendering provider of the line',
    at: 'renderingProvider',
    type: 'either',
    hasTaxonomy: true,
    isLine: true,
  }),
  provider({
    id: '2420B',
    entity: 'QB',
    name: 'purchased service provider',
    at: 'purchasedServiceProvider',
    type: 'either',
    isNameless: true,
    ids: ['0B', '1G', 'G2'],
    isLine: true,
  }),
  facility('2420C', true),
  provider({
    id: '2420D',
    entity: 'DQ',
    name: 'supervising provider of the line',
    at: 'supervisingProvider',
    type: '1',
    isLine: true,
  }),
  provider({
    id: '2420E',
    entity: 'DK',
    name: 'ordering provider',
    at: 'orderingProvider',
    type: '1',
    ids: ['0B', '1G', 'G2'],
    isLine: true,
    more: [
      ...addressSegments('address', { usage: 'S', ...anyAddress }),
      contactSegment('ordering provider contact', { object: 'contact' }),
    ],
  }),
  provider({
    id: '2420F',
    entity: 'DN',
    name: 'referring provider of the line',
    at: 'referringProvider',
    type: '1',
    ids: ['0B', '1G', 'G2'],
    isLine: true,
  }),
  provider({
    id: '2420F',
    entity: 'P3',
    name: 'primary care provider of the line',
    at: 'primaryCareProvider',
    type: '1',
    ids: ['0B', '1G', 'G2'],
    isLine: true,
  }),
  pickUp('2420G'),
  dropOff('2420H'),
];
