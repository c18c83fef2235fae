/** The 270 for the reader and writer that all sets of levels share. */
import { compileGuide } from '../../guide/compile.ts';
import type { AnswerKind } from '../../parts/answers/kind.ts';
import { InquiryWatch } from './check-inquiries.ts';
import { GUIDE_270, VERSION_270 } from './guide.ts';
import type { EligibilityRequest } from './model.ts';

export const ELIGIBILITY_REQUEST: AnswerKind<EligibilityRequest> = {
  name: 'a 270',
  version: VERSION_270,
  isOwn: ({ identifier }) => identifier === '270',
  rule: GUIDE_270,
  guide: compileGuide(GUIDE_270),
  levels: { '2000A': '20', '2000B': '21', '2000C': '22', '2000D': '23' },
  claims: new Set(),
  empty: () => ({ sources: [] }),
  emptyLoops: {
    '2000A': () => ({ receivers: [] }),
    '2100A': () => ({ entity: '' }),
    '2000B': () => ({ subscribers: [] }),
    '2100B': () => ({ entity: '' }),
    '2000C': () => ({ traces: [], questions: [], dependents: [] }),
    '2000D': () => ({ traces: [], questions: [] }),
    '2110C': () => ({ serviceTypes: [] }),
    '2110D': () => ({ serviceTypes: [] }),
  },
  watch: (report) => new InquiryWatch(report),
};
