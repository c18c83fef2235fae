/** The 270 (005010X279A1) as one guide: the loop table that reading, writing and checking share. */
import { code, literal, openCode, openCodes, unused } from '../../guide/elements.ts';
import type { LoopRule, SegmentRule } from '../../guide/rules.ts';
import { addressSegments, amt, dtp, loop, qualifierBeside, ref, segment } from '../../guide/segments.ts';
import { NPI_IF_SAID } from '../../guide/shapes.ts';
import { beginningSegment, setHeader, TRAILER } from '../../parts/answers/head.ts';
import { demographics } from '../../parts/demographics.ts';
import { diagnosesSegment } from '../../parts/diagnoses.ts';
import { levelSegment } from '../../parts/level-segment.ts';
import { periodSegment } from '../../parts/period.ts';
import { DEPENDENT_RELATIONSHIPS, PATIENT_REFERENCES, RECEIVER_REFERENCES } from '../parts/codes.ts';
import {
  DEPENDENT_NAME,
  DIAGNOSIS_POINTERS,
  membershipSegment,
  PROCEDURE,
  PROVIDER,
  receiverName,
  referenceList,
  SOURCE_NAME,
  SUBSCRIBER_NAME,
  traceList,
} from '../parts/segments.ts';

/** GS08 and ST03. */
export const VERSION_270 = '005010X279A1';

const MANY = Number.POSITIVE_INFINITY;
const SERVICE_DATE = ['serviceDate', 'serviceDateEnd'] as const;

const question = (level: 'C' | 'D'): LoopRule =>
  loop(
    `2110${level}`,
    'question',
    [
      segment(
        'EQ',
        'question',
        [
          openCodes('S', 1, 2, 'serviceTypes'),
          PROCEDURE,
          code('S', ['FAM'], 'coverageLevel'),
          unused,
          DIAGNOSIS_POINTERS,
        ],
        { usage: 'R', conditions: 'R0102' },
      ),
      amt('R', 'spend down amount', 'spendDownAmount'),
      amt('PB', 'spend down billed', 'spendDownBilled'),
      segment('III', 'place of service', [literal('ZZ'), openCode('R', 2, 2, 'placeOfService')]),
      ref('9F', 'referral number', 'referralNumber'),
      ref('G1', 'prior authorization number', 'priorAuthorizationNumber'),
      periodSegment('291', 'date of the question', SERVICE_DATE),
    ],
    { max: 99, list: 'questions' },
  );

/** 2100C, 2100D. What is asked about the person stands behind it in its level. */
const person = (level: 'C' | 'D', name: SegmentRule, membership: SegmentRule): LoopRule =>
  loop(
    `2100${level}`,
    level === 'C' ? 'subscriber' : 'dependent',
    [
      name,
      referenceList('number of the person', PATIENT_REFERENCES),
      ...addressSegments('address', { usage: 'S' }),
      PROVIDER,
      demographics('', { birthDate: 'S', sex: 'S' }),
      membership,
      diagnosesSegment({ most: 8, empty: () => ({ code: '' }) }),
      dtp('102', 'date of the card', 'cardIssueDate'),
      periodSegment('291', 'date asked about', SERVICE_DATE),
    ],
    { usage: 'R' },
  );

const TRACES = traceList(literal('1'), 2);

const DEPENDENT_LEVEL = loop(
  '2000D',
  'dependent level',
  [
    levelSegment('23', 'dependent level', { isLowest: 'said' }),
    TRACES,
    person('D', DEPENDENT_NAME, membershipSegment('N', DEPENDENT_RELATIONSHIPS)),
    question('D'),
  ],
  { max: MANY, isLevel: true, list: 'dependents' },
);

const SUBSCRIBER_LEVEL = loop(
  '2000C',
  'subscriber level',
  [
    levelSegment('22', 'subscriber level'),
    TRACES,
    person('C', SUBSCRIBER_NAME, membershipSegment('Y', ['18'])),
    question('C'),
    DEPENDENT_LEVEL,
  ],
  { usage: 'R', max: MANY, isLevel: true, list: 'subscribers' },
);

const RECEIVER_LEVEL = loop(
  '2000B',
  'receiver level',
  [
    levelSegment('21', 'receiver level'),
    loop(
      '2100B',
      'who asks',
      [
        receiverName(NPI_IF_SAID),
        referenceList('number of who asks', RECEIVER_REFERENCES),
        ...addressSegments('address', { usage: 'S' }),
        PROVIDER,
      ],
      { usage: 'R', object: 'party' },
    ),
    SUBSCRIBER_LEVEL,
  ],
  { usage: 'R', max: MANY, isLevel: true, list: 'receivers' },
);

const SOURCE_LEVEL = loop(
  '2000A',
  'source level',
  [
    levelSegment('20', 'source level'),
    loop('2100A', 'payer', [SOURCE_NAME], { usage: 'R', object: 'party' }),
    RECEIVER_LEVEL,
  ],
  { usage: 'R', max: MANY, isLevel: true, list: 'sources' },
);

const BEGINNING = beginningSegment('0022', {
  purpose: qualifierBeside('date', 'R', ['13', '01', '36'], 'purpose'),
  reference: 'S',
  type: code('S', ['RT'], 'type'),
});

export const GUIDE_270 = loop('', 'transaction set', [setHeader('270'), BEGINNING, SOURCE_LEVEL, TRAILER], {
  isLevel: true,
});
