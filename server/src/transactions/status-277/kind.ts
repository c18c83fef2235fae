/** The 277 for the reader and writer that all answers share. */
import { compileGuide } from '../guide/compile.ts';
import type { AnswerKind } from '../parts/answers/kind.ts';
import { GUIDE_277, VERSION_277 } from './guide/index.ts';
import type { ClaimStatusResponse } from './model.ts';

const answer = () => ({ traceNumber: '', statuses: [] });
const claim = () => ({ traceNumber: '', statuses: [], lines: [] });
const line = () => ({ modifiers: [], statuses: [] });

export const CLAIM_STATUS_RESPONSE: AnswerKind<ClaimStatusResponse> = {
  name: 'a 277 that answers a claim status request',
  version: VERSION_277,
  /** The 277CA (005010X214) and the request for more about a claim (005010X213) are told by version, else by BHT. */
  isOwn: ({ identifier, version }) => {
    if (identifier !== '277') return false;
    return version.includes('X212') || (/X21[34]/.test(version) ? false : undefined);
  },
  isOwnByBeginning: (bht) => bht.element(1) !== '0085' && bht.element(6).toUpperCase() !== 'TH',
  rule: GUIDE_277,
  guide: compileGuide(GUIDE_277),
  levels: { '2000A': '20', '2000B': '21', '2000C': '19', '2000D': '22', '2000E': '23' },
  claims: new Set(['2200D', '2200E']),
  empty: () => ({ referenceId: '', sources: [] }),
  emptyLoops: {
    '2000A': () => ({ receivers: [] }),
    '2000B': () => ({ providers: [] }),
    '2200B': answer,
    '2000C': () => ({ subscribers: [] }),
    '2200C': answer,
    '2000D': () => ({ claims: [], dependents: [] }),
    '2000E': () => ({ claims: [] }),
    '2200D': claim,
    '2200E': claim,
    '2220D': line,
    '2220E': line,
  },
};
