/** The readers of what is no X12: text reports, and what decides which kind of file was received. */
import { classifyInbound, PROFILES, readEdiStatus, readFileSummary } from '../../src/clearinghouse/index.ts';
import { hashOf, Random } from '../random.ts';
import type { Target } from './target.ts';

const NAMES = ['FS_HCFA_1234567890_IN_C.txt', '1234567890_EDI_STATUS_20261122.txt', 'any.277', ''];

export const reportsTarget: Target = {
  name: 'reports',
  oneIn: 4,
  read({ bytes, text }) {
    const name = new Random(hashOf(text)).pick(NAMES) ?? '';
    const kind = classifyInbound(PROFILES['office-ally'], name, bytes);
    const [status, summary] = [readEdiStatus(bytes), readFileSummary(bytes)];
    const outcomes = summary.rows.map(({ outcome, errors }) => `${outcome} ${errors.length}`);
    const statuses = status.rows.map((row) => `${row.status} ${row.payerReferenceId === ''}`);
    const unknown = [status, summary].map(
      ({ unknownLines }) => `unknown ${Math.min(unknownLines.length, 2)}`,
    );
    return { findings: [], kept: { status, summary }, seen: [kind, ...outcomes, ...statuses, ...unknown] };
  },
};
