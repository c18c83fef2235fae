/** 277 levels: payer (2000A), who asked (2000B), provider (2000C), subscriber (2000D), dependent (2000E). */
import { contactSegment } from '../../guide/contact.ts';
import { literal, text } from '../../guide/elements.ts';
import { idPair, loop, nm1 } from '../../guide/segments.ts';
import { NPI_IN_ANSWER } from '../../guide/shapes.ts';
import { traceSegment } from '../../parts/answers/head.ts';
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
  [
    levelSegment('23', 'dependent level', { isLowest: true }),
    loop('2100E', 'dependent', [nm1('QC', 'dependent', { type: '1', namePrefix: 'prefix' })], {
      usage: 'R',
      object: 'party',
    }),
    claimLoop('E'),
  ],
  { max: MANY, isLevel: true, list: 'dependents' },
);

const SUBSCRIBER_LEVEL = loop(
  '2000D',
  'subscriber level',
  [
    levelSegment('22', 'subscriber level'),
    loop(
      '2100D',
      'subscriber',
      [
        nm1('IL', 'subscriber', {
          type: 'either',
          namePrefix: 'prefix',
          id: idPair(['MI', '24', 'II'], 'memberId', { qualifier: 'memberIdQualifier', usage: 'R' }),
        }),
      ],
      { usage: 'R', object: 'party' },
    ),
    claimLoop('D'),
    DEPENDENT_LEVEL,
  ],
  { max: MANY, isLevel: true, list: 'subscribers' },
);

const PROVIDER_LEVEL = loop(
  '2000C',
  'provider level',
  [
    levelSegment('19', 'provider level'),
    loop(
      '2100C',
      'provider',
      [
        nm1('1P', 'provider', {
          type: 'either',
          namePrefix: 'prefix',
          nameUsage: 'S',
          id: idPair(['XX', 'FI', 'SV'], 'id', {
            qualifier: 'idQualifier',
            usage: 'R',
            shape: NPI_IN_ANSWER,
          }),
        }),
      ],
      { usage: 'R', object: 'party' },
    ),
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
    loop(
      '2100B',
      'receiver',
      [
        nm1('41', 'receiver', {
          type: 'either',
          namePrefix: 'prefix',
          nameUsage: 'S',
          id: [literal('46', 'id'), text('R', 80, 'id', { min: 2 })],
        }),
      ],
      { usage: 'R', object: 'party' },
    ),
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
    loop(
      '2100A',
      'payer',
      [
        nm1('PR', 'payer', {
          type: '2',
          organizationName: 'name',
          id: idPair(['PI', 'XV'], 'id', { qualifier: 'idQualifier', usage: 'R' }),
        }),
      ],
      { usage: 'R', object: 'party' },
    ),
    contactSegment("payer's contact", { object: 'contact' }),
    RECEIVER_LEVEL,
  ],
  { usage: 'R', max: MANY, isLevel: true, list: 'sources' },
);
