/** The 276 for the reader and writer that all sets of levels share. */
import { compileGuide } from '../guide/compile.ts';
import type { AnswerKind } from '../parts/answers/kind.ts';
import { RequestWatch } from './check-requests.ts';
import { GUIDE_276, VERSION_276 } from './guide/index.ts';
import type { ClaimStatusRequest } from './model.ts';

const claim = () => ({ traceNumber: '', lines: [] });
const line = () => ({ modifiers: [] });

export const CLAIM_STATUS_REQUEST: AnswerKind<ClaimStatusRequest> = {
  name: 'a 276',
  version: VERSION_276,
  isOwn: ({ identifier }) => identifier === '276',
  rule: GUIDE_276,
  guide: compileGuide(GUIDE_276),
  levels: { '2000A': '20', '2000B': '21', '2000C': '19', '2000D': '22', '2000E': '23' },
  claims: new Set(['2200D', '2200E']),
  empty: () => ({ referenceId: '', sources: [] }),
  emptyLoops: {
    '2000A': () => ({ receivers: [] }),
    '2000B': () => ({ providers: [] }),
    '2000C': () => ({ subscribers: [] }),
    '2000D': () => ({ claims: [], dependents: [] }),
    '2000E': () => ({ claims: [] }),
    '2200D': claim,
    '2200E': claim,
    '2210D': line,
    '2210E': line,
  },
  watch: (report) => new RequestWatch(report),
};
