/** The 271 (005010X279A1) as one guide: the loop table that reading, writing and checking share. */
import { contactSegment } from '../../guide/contact.ts';
import { code } from '../../guide/elements.ts';
import type { LoopRule, SegmentRule } from '../../guide/rules.ts';
import { addressSegments, loop, qualifierBeside } from '../../guide/segments.ts';
import { NPI_IN_ANSWER } from '../../guide/shapes.ts';
import { beginningSegment, setHeader, TRAILER } from '../../parts/answers/head.ts';
import { demographics } from '../../parts/demographics.ts';
import { diagnosesSegment } from '../../parts/diagnoses.ts';
import { levelSegment } from '../../parts/level-segment.ts';
import {
  DEPENDENT_RELATIONSHIPS,
  PATIENT_DATES,
  PATIENT_REFERENCES,
  RECEIVER_REFERENCES,
  REJECTIONS,
} from '../parts/codes.ts';
import { dateList, MILITARY } from '../parts/dates.ts';
import {
  DEPENDENT_NAME,
  membershipSegment,
  PROVIDER,
  receiverName,
  referenceList,
  SOURCE_NAME,
  SUBSCRIBER_NAME,
  traceList,
} from '../parts/segments.ts';
import { benefitLoop } from './benefit-guide.ts';
import { CONTACT, rejectionList } from './segments.ts';

/** GS08 and ST03. */
export const VERSION_271 = '005010X279A1';

const MANY = Number.POSITIVE_INFINITY;

/** 2100C, 2100D. What is said of the benefits stands behind it in its level. */
const person = (
  level: 'C' | 'D',
  name: SegmentRule,
  membership: SegmentRule,
  reasons: readonly string[],
): LoopRule =>
  loop(
    `2100${level}`,
    level === 'C' ? 'subscriber' : 'dependent',
    [
      name,
      referenceList('number of the person', PATIENT_REFERENCES),
      ...addressSegments('address', { usage: 'S' }),
      rejectionList('person not told of', reasons),
      PROVIDER,
      demographics('', { birthDate: 'S', sex: 'S' }),
      membership,
      diagnosesSegment({ most: 8, empty: () => ({ code: '' }) }),
      dateList('date of the person', PATIENT_DATES, 9),
      MILITARY,
    ],
    { usage: 'R' },
  );

const CHANGES = [code('S', ['001'], 'maintenanceType'), code('S', ['25'], 'maintenanceReason')] as const;

const TRACES = traceList(code('R', ['1', '2'], 'type'), 3);

const DEPENDENT_LEVEL = loop(
  '2000D',
  'dependent level',
  [
    levelSegment('23', 'dependent level', { isLowest: 'said' }),
    TRACES,
    person(
      'D',
      DEPENDENT_NAME,
      membershipSegment('N', DEPENDENT_RELATIONSHIPS, CHANGES),
      REJECTIONS.dependent,
    ),
    benefitLoop('D'),
  ],
  { max: MANY, isLevel: true, list: 'dependents' },
);

const SUBSCRIBER_LEVEL = loop(
  '2000C',
  'subscriber level',
  [
    levelSegment('22', 'subscriber level'),
    TRACES,
    person('C', SUBSCRIBER_NAME, membershipSegment('Y', ['18'], CHANGES), REJECTIONS.subscriber),
    benefitLoop('C'),
    DEPENDENT_LEVEL,
  ],
  { max: MANY, isLevel: true, list: 'subscribers' },
);

const RECEIVER_LEVEL = loop(
  '2000B',
  'receiver level',
  [
    levelSegment('21', 'receiver level'),
    loop(
      '2100B',
      'who asked',
      [
        receiverName(NPI_IN_ANSWER),
        referenceList('number of who asked', RECEIVER_REFERENCES),
        ...addressSegments('address', { usage: 'S' }),
        rejectionList('refusal of who asked', REJECTIONS.receiver),
        PROVIDER,
      ],
      { usage: 'R', object: 'party' },
    ),
    SUBSCRIBER_LEVEL,
  ],
  // A request that is refused as a whole names none.
  { max: MANY, isLevel: true, list: 'receivers' },
);

const SOURCE_LEVEL = loop(
  '2000A',
  'source level',
  [
    levelSegment('20', 'source level'),
    rejectionList('refusal of the request', REJECTIONS.source),
    loop(
      '2100A',
      'payer',
      [
        SOURCE_NAME,
        contactSegment("payer's contact", CONTACT),
        rejectionList('refusal of the payer', REJECTIONS.payer),
      ],
      { usage: 'R', object: 'party' },
    ),
    RECEIVER_LEVEL,
  ],
  { usage: 'R', max: MANY, isLevel: true, list: 'sources' },
);

const BEGINNING = beginningSegment('0022', {
  purpose: qualifierBeside('date', 'R', ['11', '06'], 'purpose'),
  reference: 'S',
});

export const GUIDE_271 = loop('', 'transaction set', [setHeader('271'), BEGINNING, SOURCE_LEVEL, TRAILER], {
  isLevel: true,
});
