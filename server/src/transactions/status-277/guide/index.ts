/** The 277 (005010X212) as one guide: the loop table that reading, writing and checking share. */
import { literal } from '../../guide/elements.ts';
import { loop } from '../../guide/segments.ts';
import { beginningSegment, setHeader, TRAILER } from '../../parts/answers/head.ts';
import { SOURCE_LEVEL } from './levels.ts';

/** GS08 and ST03. */
export const VERSION_277 = '005010X212';

export const GUIDE_277 = loop(
  '',
  'transaction set',
  [setHeader('277'), beginningSegment('0010', { type: literal('DG') }), SOURCE_LEVEL, TRAILER],
  { isLevel: true },
);
