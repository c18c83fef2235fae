/** The 276 (005010X212) as one guide: the loop table that reading, writing and checking share. */
import { literal } from '../../guide/elements.ts';
import { loop } from '../../guide/segments.ts';
import { beginningSegment, setHeader, TRAILER } from '../../parts/answers/head.ts';
import { SOURCE_LEVEL } from './levels.ts';

/** GS08 and ST03. */
export const VERSION_276 = '005010X212';

export const GUIDE_276 = loop(
  '',
  'transaction set',
  [setHeader('276'), beginningSegment('0010', { purpose: literal('13') }), SOURCE_LEVEL, TRAILER],
  { isLevel: true },
);
