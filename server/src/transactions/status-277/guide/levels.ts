/** 277 levels: payer (2000A), who asked (2000B), provider (2000C), subscriber (2000D), dependent (2000E). */
import { contactSegment } from '../../guide/contact.ts';
import { loop } from '../../guide/segments.ts';
import { traceSegment } from '../../parts/answers/head.ts';
import { DEPENDENT, PAYER, provider, RECEIVER, SUBSCRIBER } from '../../parts/claim-status/parties.ts';
import { levelSegment } from '../../parts/level-segment.ts';
import { statusSegment } from '../../parts/status.ts';
import { claimLoop } from './claim.ts';

const MANY = Number.POSITIVE_INFINITY;

const requestAnswer = (id: '2200B' | '2200C', kind: '1' | '2', name: string) =>
  loop(
    id,
    name,
    [traceSegment(kind, `trace of the ${name}`), statusSegment(`status of the ${name}`, { amount: 'N' })],
    { object: 'answer' },
  );

const DEPENDENT_LEVEL = loop(
  '2000E',
  'dependent level',
  [levelSegment('23', 'dependent level', { isLowest: true }), DEPENDENT, claimLoop('E')],
  { max: MANY, isLevel: true, list: 'dependents' },
);

const SUBSCRIBER_LEVEL = loop(
  '2000D',
  'subscriber level',
  [levelSegment('22', 'subscriber level'), SUBSCRIBER, claimLoop('D'), DEPENDENT_LEVEL],
  { max: MANY, isLevel: true, list: 'subscribers' },
);

const PROVIDER_LEVEL = loop(
  '2000C',
  'provider level',
  [
    levelSegment('19', 'provider level'),
    provider(),
    requestAnswer('2200C', '1', 'answer about the provider'),
    SUBSCRIBER_LEVEL,
  ],
  // A request that is refused as a whole names none.
  { max: MANY, isLevel: true, list: 'providers' },
);

const RECEIVER_LEVEL = loop(
  '2000B',
  'receiver level',
  [
    levelSegment('21', 'receiver level'),
    RECEIVER,
    requestAnswer('2200B', '2', 'answer to the request'),
    PROVIDER_LEVEL,
  ],
  { usage: 'R', max: MANY, isLevel: true, list: 'receivers' },
);

export const SOURCE_LEVEL = loop(
  '2000A',
  'source level',
  [
    levelSegment('20', 'source level'),
    PAYER,
    contactSegment("payer's contact", { object: 'contact' }),
    RECEIVER_LEVEL,
  ],
  { usage: 'R', max: MANY, isLevel: true, list: 'sources' },
);
