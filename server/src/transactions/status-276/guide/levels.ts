/** 276 levels: payer (2000A), who asks (2000B), provider (2000C), subscriber (2000D), dependent (2000E). */
import type { SegmentRule } from '../../guide/rules.ts';
import { loop } from '../../guide/segments.ts';
import { NPI_IF_SAID } from '../../guide/shapes.ts';
import { DEPENDENT, PAYER, provider, RECEIVER, SUBSCRIBER } from '../../parts/claim-status/parties.ts';
import { demographics } from '../../parts/demographics.ts';
import { levelSegment } from '../../parts/level-segment.ts';
import { claimLoop } from './claim.ts';

const MANY = Number.POSITIVE_INFINITY;

/** Of the patient, before the name. */
const BIRTH: SegmentRule = demographics('', { sex: 'S' });

const DEPENDENT_LEVEL = loop(
  '2000E',
  'dependent level',
  [levelSegment('23', 'dependent level', { isLowest: true }), BIRTH, DEPENDENT, claimLoop('E')],
  { max: MANY, isLevel: true, list: 'dependents' },
);

const SUBSCRIBER_LEVEL = loop(
  '2000D',
  'subscriber level',
  [levelSegment('22', 'subscriber level'), BIRTH, SUBSCRIBER, claimLoop('D'), DEPENDENT_LEVEL],
  { usage: 'R', max: MANY, isLevel: true, list: 'subscribers' },
);

const PROVIDER_LEVEL = loop(
  '2000C',
  'provider level',
  [levelSegment('19', 'provider level'), provider(NPI_IF_SAID), SUBSCRIBER_LEVEL],
  { usage: 'R', max: MANY, isLevel: true, list: 'providers' },
);

const RECEIVER_LEVEL = loop(
  '2000B',
  'receiver level',
  [levelSegment('21', 'receiver level'), RECEIVER, PROVIDER_LEVEL],
  { usage: 'R', max: MANY, isLevel: true, list: 'receivers' },
);

export const SOURCE_LEVEL = loop(
  '2000A',
  'source level',
  [levelSegment('20', 'source level'), PAYER, RECEIVER_LEVEL],
  { usage: 'R', max: MANY, isLevel: true, list: 'sources' },
);
