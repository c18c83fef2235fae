/** The 277CA (005010X214) as one guide: the loop table that reading, writing and checking share. */
import { literal } from '../../guide/elements.ts';
import { loop } from '../../guide/segments.ts';
import { beginningSegment, setHeader, TRAILER } from '../../parts/answers/head.ts';
import { SOURCE_LEVEL } from './levels.ts';

/** GS08 and ST03. */
export const VERSION_277CA = '005010X214';

export const GUIDE_277CA = loop(
  '',
  'transaction set',
  [setHeader('277'), beginningSegment('0085', { type: literal('TH') }), SOURCE_LEVEL, TRAILER],
  { isLevel: true },
);
