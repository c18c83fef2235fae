/** 837P head: ST, BHT, submitter (1000A) and receiver (1000B). */
import { DATE } from '../../guide/codecs.ts';
import { contactSegment } from '../../guide/contact.ts';
import { code, computed, literal, text } from '../../guide/elements.ts';
import { loop, nm1, segment } from '../../guide/segments.ts';

const id = (path: string) => [literal('46'), text('R', 80, path, { min: 2 })] as const;

export const SET_HEADER = segment(
  'ST',
  'transaction set header',
  [
    literal('837'),
    computed('set-control-number', text('R', 9, undefined, { min: 4 })),
    computed('version', text('R', 35)),
  ],
  { usage: 'R' },
);

export const BEGINNING = segment(
  'BHT',
  'beginning of the hierarchical transaction',
  [
    literal('0019'),
    code('R', ['00', '18'], 'purpose'),
    text('R', 50, 'batchReference'),
    { ...text('R', 8, 'date', { min: 8, codec: DATE }), type: 'DT' },
    { ...text('R', 8, 'time', { min: 4 }), type: 'TM' },
    code('R', ['31', 'CH', 'RP'], 'kind'),
  ],
  { usage: 'R' },
);

export const SUBMITTER = loop(
  '1000A',
  'submitter',
  [
    nm1('41', 'submitter', { type: 'either', id: id('id') }),
    contactSegment('submitter contact', { usage: 'R', max: 2, list: 'contacts' }),
  ],
  { usage: 'R', object: 'submitter' },
);

export const RECEIVER = loop(
  '1000B',
  'receiver',
  [nm1('40', 'receiver', { type: '2', organizationName: 'name', id: id('id') })],
  { usage: 'R', object: 'receiver' },
);
