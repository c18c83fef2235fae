/** The 271 for the reader and writer that all sets of levels share. */
import { compileGuide } from '../../guide/compile.ts';
import type { AnswerKind } from '../../parts/answers/kind.ts';
import { BenefitWatch } from './check-benefits.ts';
import { GUIDE_271, VERSION_271 } from './guide.ts';
import type { EligibilityResponse } from './model.ts';

const patient = () => ({ traces: [], rejections: [], benefits: [] });
const benefit = () => ({ information: '', serviceTypes: [] });
const party = () => ({ entity: '', rejections: [] });
const relatedParty = () => ({ entity: '' });

export const ELIGIBILITY_RESPONSE: AnswerKind<EligibilityResponse> = {
  name: 'a 271',
  version: VERSION_271,
  isOwn: ({ identifier }) => identifier === '271',
  rule: GUIDE_271,
  guide: compileGuide(GUIDE_271),
  levels: { '2000A': '20', '2000B': '21', '2000C': '22', '2000D': '23' },
  claims: new Set(),
  empty: () => ({ sources: [] }),
  emptyLoops: {
    '2000A': () => ({ rejections: [], receivers: [] }),
    '2100A': party,
    '2000B': () => ({ subscribers: [] }),
    '2100B': party,
    '2000C': () => ({ ...patient(), dependents: [] }),
    '2000D': patient,
    '2110C': benefit,
    '2110D': benefit,
    '2120C': relatedParty,
    '2120D': relatedParty,
  },
  watch: (report) => new BenefitWatch(report),
};
