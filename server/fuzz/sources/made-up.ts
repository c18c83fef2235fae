/** Files made up from guides, with an envelope around them that may be wrong too. */

import { GUIDE_999 } from '../../src/transactions/ack-999/guide.ts';
import { GUIDE_837P } from '../../src/transactions/claim-837p/guide/index.ts';
import { GUIDE_271 } from '../../src/transactions/eligibility-270-271/answer/guide.ts';
import { GUIDE_270 } from '../../src/transactions/eligibility-270-271/inquiry/guide.ts';
import type { LoopRule } from '../../src/transactions/guide/rules.ts';
import { GUIDE_835 } from '../../src/transactions/remittance-835/guide/index.ts';
import { GUIDE_276 } from '../../src/transactions/status-276/guide/index.ts';
import { GUIDE_277 } from '../../src/transactions/status-277/guide/index.ts';
import { GUIDE_277CA } from '../../src/transactions/status-277ca/guide/index.ts';
import type { Random } from '../random.ts';
import { setFromGuide, someSeparators } from './from-guide.ts';

/** Each kind of file by the group that it stands in and the version that it says. The 837P has the most to go wrong. */
const KINDS: readonly [Kind, ...Kind[]] = [
  { group: 'HC', version: '005010X222A1', guide: GUIDE_837P },
  { group: 'HC', version: '005010X222A1', guide: GUIDE_837P },
  { group: 'HC', version: '005010X222A1', guide: GUIDE_837P },
  { group: 'HP', version: '005010X221A1', guide: GUIDE_835 },
  { group: 'HP', version: '005010X221A1', guide: GUIDE_835 },
  { group: 'HN', version: '005010X214', guide: GUIDE_277CA },
  { group: 'HN', version: '005010X212', guide: GUIDE_277 },
  { group: 'HS', version: '005010X279A1', guide: GUIDE_270 },
  { group: 'HB', version: '005010X279A1', guide: GUIDE_271 },
  { group: 'HR', version: '005010X212', guide: GUIDE_276 },
  { group: 'FA', version: '005010X231A1', guide: GUIDE_999 },
];

interface Kind {
  /** GS01. */
  readonly group: string;
  /** GS08. */
  readonly version: string;
  readonly guide: LoopRule;
}

/** One interchange with one group, of one set as a rule; now and then without some of the envelope. */
export function madeUpFile(random: Random): string {
  const { group, version, guide } = random.pick(KINDS);
  const by = someSeparators(random);
  const segment = (...elements: string[]) => elements.join(by.element) + by.terminator;
  const sets = Array.from({ length: random.oneIn(8) ? random.between(0, 3) : 1 }, () =>
    setFromGuide(guide, random.oneIn(20) ? '005010X999' : version, by, random),
  );
  const number = random.oneIn(20) ? '1' : '000000101';
  const isa = [
    'ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530',
    by.repetition,
    random.oneIn(20) ? '00401' : '00501',
    '000000101*0*P',
    by.component,
  ];
  const parts = [
    isa.join('*').replaceAll('*', by.element) + by.terminator,
    random.oneIn(10) ? segment('TA1', '000000101', '261122', '1530', 'A', '000') : '',
    segment('GS', group, '330897513', '123456789', '20261122', '1530', '101', 'X', version),
    ...sets,
    segment('GE', String(sets.length), '101'),
    segment('IEA', '1', number),
  ];
  return parts.filter(() => !random.oneIn(60)).join('');
}
