/** Who stands at each level of a question about claims (276) and of its answer (277): the same names in both. */
import { literal, text } from '../../guide/elements.ts';
import type { LoopRule, Shape } from '../../guide/rules.ts';
import { idPair, loop, nm1 } from '../../guide/segments.ts';
import { NPI_IN_ANSWER } from '../../guide/shapes.ts';

const IS_THERE = { usage: 'R', object: 'party' } as const;

export const PAYER: LoopRule = loop(
  '2100A',
  'payer',
  [
    nm1('PR', 'payer', {
      type: '2',
      organizationName: 'name',
      id: idPair(['PI', 'XV'], 'id', { qualifier: 'idQualifier', usage: 'R' }),
    }),
  ],
  IS_THERE,
);

export const RECEIVER: LoopRule = loop(
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
  IS_THERE,
);

/** `npi` is what is held against an id that is said to be one. */
export const provider = (npi: Shape = NPI_IN_ANSWER): LoopRule =>
  loop(
    '2100C',
    'provider',
    [
      nm1('1P', 'provider', {
        type: 'either',
        namePrefix: 'prefix',
        nameUsage: 'S',
        id: idPair(['XX', 'FI', 'SV'], 'id', { qualifier: 'idQualifier', usage: 'R', shape: npi }),
      }),
    ],
    IS_THERE,
  );

export const SUBSCRIBER: LoopRule = loop(
  '2100D',
  'subscriber',
  [
    nm1('IL', 'subscriber', {
      type: 'either',
      namePrefix: 'prefix',
      id: idPair(['MI', '24', 'II'], 'memberId', { qualifier: 'memberIdQualifier', usage: 'R' }),
    }),
  ],
  IS_THERE,
);

export const DEPENDENT: LoopRule = loop(
  '2100E',
  'dependent',
  [nm1('QC', 'dependent', { type: '1', namePrefix: 'prefix' })],
  IS_THERE,
);
