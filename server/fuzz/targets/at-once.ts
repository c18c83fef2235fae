/** Every transaction: segments that are read at once, straight from their bytes, are read and checked as when each is looked at closely. */
import { ACKNOWLEDGEMENT_999 } from '../../src/transactions/ack-999/kind.ts';
import { ClaimFileReader } from '../../src/transactions/claim-837p/index.ts';
import { ELIGIBILITY_RESPONSE } from '../../src/transactions/eligibility-270-271/answer/kind.ts';
import { ELIGIBILITY_REQUEST } from '../../src/transactions/eligibility-270-271/inquiry/kind.ts';
import type { Fields } from '../../src/transactions/guide/rules.ts';
import { AnswerFileReader } from '../../src/transactions/parts/answers/file.ts';
import type { AnswerKind } from '../../src/transactions/parts/answers/kind.ts';
import type { TransactionFileReader } from '../../src/transactions/parts/file-reader.ts';
import { RemittanceFileReader } from '../../src/transactions/remittance-835/index.ts';
import { CLAIM_STATUS_REQUEST } from '../../src/transactions/status-276/kind.ts';
import { CLAIM_STATUS_RESPONSE } from '../../src/transactions/status-277/kind.ts';
import { CLAIM_ACKNOWLEDGEMENT } from '../../src/transactions/status-277ca/kind.ts';
import { FindingList, type ReaderOptions } from '../../src/x12/index.ts';
import { mustBeSame } from '../promises/findings.ts';
import { mustEqual } from '../promises/promise.ts';
import type { Target } from './target.ts';

const SAME = 'what is read at once is read and checked as when it is looked at closely';

interface Way {
  readonly findings: FindingList;
  readonly tell: (part: unknown) => void;
  readonly options: ReaderOptions;
}

export const claimsAtOnceTarget = targetOf('claim-837p-at-once', '837', ({ findings, tell, options }) => {
  const [interchange, group, set, claim] = [tell, tell, tell, tell];
  const interchangeAcknowledgement = tell;
  const visitor = { interchange, interchangeAcknowledgement, group, set, claim };
  return new ClaimFileReader(findings, visitor, undefined, options);
});

export const remittancesAtOnceTarget = targetOf(
  'remittance-835-at-once',
  '835',
  ({ findings, tell, options }) => {
    const [interchange, group, remittance, claimGroup, claim, remittanceEnd] = [
      tell,
      tell,
      tell,
      tell,
      tell,
      tell,
    ];
    const visitor = { interchange, group, remittance, claimGroup, claim, remittanceEnd };
    return new RemittanceFileReader(findings, visitor, undefined, options);
  },
);

export const acknowledgementAtOnceTarget = answersAtOnce('ack-999-at-once', ACKNOWLEDGEMENT_999, '999');
export const claimAcknowledgementAtOnceTarget = answersAtOnce('status-277ca-at-once', CLAIM_ACKNOWLEDGEMENT);
export const claimStatusAtOnceTarget = answersAtOnce('status-277-at-once', CLAIM_STATUS_RESPONSE);
export const claimStatusRequestAtOnceTarget = answersAtOnce(
  'status-276-at-once',
  CLAIM_STATUS_REQUEST,
  '276',
);
export const eligibilityRequestAtOnceTarget = answersAtOnce(
  'eligibility-270-at-once',
  ELIGIBILITY_REQUEST,
  '270',
);
export const eligibilityResponseAtOnceTarget = answersAtOnce(
  'eligibility-271-at-once',
  ELIGIBILITY_RESPONSE,
  '271',
);

function answersAtOnce<Model extends Fields>(
  name: string,
  kind: AnswerKind<Model>,
  transaction = '277',
): Target {
  return targetOf(name, transaction, ({ findings, tell, options }) => {
    const visitor = { interchange: tell, group: tell, set: tell };
    return new AnswerFileReader(kind, findings, visitor, {}, options);
  });
}

function targetOf(name: string, transaction: string, open: (way: Way) => TransactionFileReader): Target {
  return {
    name,
    transactions: [transaction],
    oneIn: 3,
    read({ bytes }) {
      const [atOnce, closely] = [readBy(open, bytes, {}), readBy(open, bytes, { givesBytes: false })];
      mustBeSame(atOnce.findings, closely.findings, SAME);
      mustEqual(atOnce.told, closely.told, SAME, 'told');
      return { findings: [], kept: undefined };
    },
  };
}

function readBy(open: (way: Way) => TransactionFileReader, bytes: Uint8Array, options: ReaderOptions) {
  const told: unknown[] = [];
  const findings = new FindingList();
  const reader = open({ findings, tell: (part) => told.push(part), options });
  reader.push(bytes);
  reader.end();
  return { told, findings: findings.toArray() };
}
