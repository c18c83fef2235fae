/** The 277CA for the reader and writer that all answers share. */
import { compileGuide } from '../guide/compile.ts';
import type { AnswerKind } from '../parts/answers/kind.ts';
import { StatusWatch } from './check-statuses.ts';
import { GUIDE_277CA, VERSION_277CA } from './guide/index.ts';
import type { ClaimAcknowledgement } from './model.ts';

const answer = () => ({ traceNumber: '', statuses: [] });

export const CLAIM_ACKNOWLEDGEMENT: AnswerKind<ClaimAcknowledgement> = {
  name: 'a 277CA',
  version: VERSION_277CA,
  /** The 277 that answers a request (005010X212) is told by its version, else by its BHT. */
  isOwn: ({ identifier, version }) => {
    if (identifier !== '277') return false;
    return version.includes('X214') || (version.includes('X212') ? false : undefined);
  },
  isOwnByBeginning: (bht) => bht.element(1) === '0085' || bht.element(6).toUpperCase() === 'TH',
  rule: GUIDE_277CA,
  guide: compileGuide(GUIDE_277CA),
  levels: { '2000A': '20', '2000B': '21', '2000C': '19', '2000D': 'PT' },
  claims: new Set(['2200D']),
  empty: () => ({ referenceId: '', sources: [] }),
  emptyLoops: {
    '2000A': () => ({ receivers: [] }),
    '2200A': () => ({ traceNumber: '' }),
    '2000B': () => ({ providers: [] }),
    '2200B': answer,
    '2000C': () => ({ patients: [] }),
    '2200C': answer,
    '2000D': () => ({ claims: [] }),
    '2200D': () => ({ patientControlNumber: '', statuses: [], lines: [] }),
    '2220D': () => ({ modifiers: [], statuses: [] }),
  },
  watch: (report) => new StatusWatch(report),
};
