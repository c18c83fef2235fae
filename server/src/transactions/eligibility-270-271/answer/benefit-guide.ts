/** 271 benefit (2110C, 2110D) with what stands below it: the same of a subscriber and of a dependent. */
import { contactSegment } from '../../guide/contact.ts';
import {
  amount,
  code,
  count,
  decimal,
  literal,
  openCode,
  openCodes,
  text,
  unusedTimes,
} from '../../guide/elements.ts';
import type { LoopRule, SegmentCodec, SegmentRule } from '../../guide/rules.ts';
import { addressSegments, idPair, loop, nm1, segment } from '../../guide/segments.ts';
import {
  BENEFIT_DATES,
  BENEFIT_REFERENCES,
  BENEFITS,
  COVERAGE_LEVELS,
  DELIVERIES,
  DELIVERY_FREQUENCIES,
  DELIVERY_PATTERNS,
  DELIVERY_PERIODS,
  DELIVERY_UNITS,
  QUANTITIES,
  REJECTIONS,
  RELATED_AS,
  RELATED_IDS,
  RELATED_PARTIES,
  TIME_PERIODS,
} from '../parts/codes.ts';
import { dateList } from '../parts/dates.ts';
import { DIAGNOSIS_POINTERS, PROCEDURE_RANGE, PROVIDER, referenceList } from '../parts/segments.ts';
import { CONTACT, rejectionList } from './segments.ts';

const BENEFIT = segment(
  'EB',
  'benefit',
  [
    code('R', BENEFITS, 'information'),
    code('S', COVERAGE_LEVELS, 'coverageLevel'),
    openCodes('S', 1, 2, 'serviceTypes'),
    openCode('S', 1, 3, 'insuranceType'),
    text('S', 50, 'planDescription'),
    code('S', TIME_PERIODS, 'timePeriod'),
    amount('S', 'amount'),
    decimal('S', 10, 'percent'),
    code('S', QUANTITIES, 'quantityQualifier'),
    decimal('S', 15, 'quantity'),
    code('S', ['N', 'U', 'Y'], 'authorization'),
    code('S', ['N', 'U', 'W', 'Y'], 'network'),
    PROCEDURE_RANGE,
    DIAGNOSIS_POINTERS,
  ],
  { usage: 'R', conditions: 'P0910' },
);

const DELIVERY = segment(
  'HSD',
  'how often or how long',
  [
    code('S', DELIVERIES, 'quantityQualifier'),
    decimal('S', 15, 'quantity'),
    code('S', DELIVERY_UNITS, 'unit'),
    decimal('S', 6, 'unitCount'),
    code('S', DELIVERY_PERIODS, 'timePeriod'),
    count('S', 3, 'periodCount'),
    code('S', DELIVERY_FREQUENCIES, 'frequency'),
    code('S', DELIVERY_PATTERNS, 'pattern'),
  ],
  { max: 9, list: 'deliveries', conditions: 'P0102 C0605' },
);

const MESSAGE = segment('MSG', 'message', [text('R', 264, ''), ...unusedTimes(2)], {
  max: 10,
  values: 'messages',
});

const SITUATION = segment(
  'III',
  'place or injury',
  [
    code('S', ['GR', 'NI', 'ZZ'], 'codeList'),
    text('S', 30, 'code'),
    code('S', ['44'], 'category'),
    text('S', 264, 'bodyPart'),
    ...unusedTimes(5),
  ],
  { usage: 'R', conditions: 'P0102 C0304' },
);

const relatedParty = (level: 'C' | 'D'): LoopRule =>
  loop(
    `2120${level}`,
    'related party',
    [
      nm1(code('R', RELATED_PARTIES, 'entity'), 'related party', {
        type: 'either',
        nameUsage: 'S',
        id: idPair(RELATED_IDS, 'id', { qualifier: 'idQualifier' }),
        relationship: code('S', RELATED_AS, 'relationship'),
      }),
      ...addressSegments('address', { usage: 'S', region: 'healthServiceRegion' }),
      contactSegment('contact of the related party', CONTACT),
      PROVIDER,
    ],
    { max: 23, list: 'relatedParties' },
  );

export const benefitLoop = (level: 'C' | 'D'): LoopRule =>
  loop(
    `2110${level}`,
    'benefit',
    [
      BENEFIT,
      DELIVERY,
      referenceList('number of the benefit', BENEFIT_REFERENCES),
      dateList('date of the benefit', BENEFIT_DATES, 20),
      rejectionList('benefit not told', REJECTIONS.benefit),
      MESSAGE,
      loop(`2115${level}`, 'place or injury', [SITUATION], { max: 10, list: 'situations' }),
      bound('LS', 'beginning of the related parties'),
      relatedParty(level),
      bound('LE', 'end of the related parties'),
    ],
    { max: Number.POSITIVE_INFINITY, list: 'benefits' },
  );

/** LS or LE: stands around related parties, and says nothing else. */
function bound(id: 'LS' | 'LE', name: string): SegmentRule {
  return segment(id, name, [literal('2120')], { codec: AROUND_PARTIES });
}

const AROUND_PARTIES: SegmentCodec = {
  isBound: true,
  paths: ['relatedParties.*.entity'],
  write: ({ relatedParties }) =>
    Array.isArray(relatedParties) && relatedParties.length > 0 ? [['2120']] : [],
  read(source, _, unheld) {
    for (let at = 1; at <= source.elementCount; at += 1)
      if (source.element(at) !== '' && !(at === 1 && source.element(at) === '2120')) unheld(at);
  },
};
