/** What the sandbox says of a claim that is asked about: what became of it here, as far as it came by SFTP. */
import { cents, type IsoDate } from '@claimside/shared/values';
import { type ClaimStatusRequest, respondTo, type SaidOfClaim } from '../../transactions/status-276/index.ts';
import type { ClaimStatusResponse } from '../../transactions/status-277/index.ts';
import type { ScenarioName } from '../scenarios.ts';
import type { ReceivedClaim, ReceivedFile } from '../types.ts';
import type { RealTimeOutcome } from './scenarios.ts';

interface Made {
  readonly referenceId: string;
  readonly date: IsoDate;
  readonly time: string;
}

/** STC01-1 and STC01-2, and how much of the charge was paid. */
interface Word {
  readonly category: string;
  readonly status: string;
  readonly paidPercent?: number;
}

const NOT_FOUND: Word = { category: 'A4', status: '35' };
const PAID: Word = { category: 'F1', status: '65', paidPercent: 80 };
const DECIDED: Word = { category: 'F0', status: '1' };
const DENIED: Word = { category: 'F2', status: '1', paidPercent: 0 };
const MORE_INFORMATION: Word = { category: 'R4', status: '294' };
const WITH_PAYER: Word = { category: 'P1', status: '20' };
const REJECTED: Word = { category: 'A3', status: '21' };
const REJECTED_BY_PAYER: Word = { category: 'A7', status: '21' };

const WORDS: Readonly<Record<ScenarioName, Word>> = {
  paid: PAID,
  garbage: PAID,
  'foreign-number': PAID,
  replaced: PAID,
  copay: DECIDED,
  'partly-paid': DECIDED,
  'reversed-and-corrected': DECIDED,
  'taken-back': DECIDED,
  voided: DECIDED,
  denied: DENIED,
  'denied-to-patient': DENIED,
  'denied-not-first': DENIED,
  'denied-duplicate': DENIED,
  capitated: DENIED,
  'more-information': MORE_INFORMATION,
  'crossed-over': DECIDED,
  'told-twice': PAID,
  split: PAID,
  'held-back': PAID,
  'with-interest': PAID,
  pended: WITH_PAYER,
  trial: WITH_PAYER,
  silent: NOT_FOUND,
  'file-rejected': NOT_FOUND,
  'clearinghouse-rejected': REJECTED,
  'correction-without-number': REJECTED,
  'payer-rejected': REJECTED_BY_PAYER,
  'original-unknown': REJECTED_BY_PAYER,
};

const INSTEAD: Readonly<Partial<Record<RealTimeOutcome, Word>>> = {
  'not-found': NOT_FOUND,
  'payer-down': { category: 'E1', status: '0' },
  'payer-silent': { category: 'E2', status: '0' },
};

export function claimStatusAnswer(
  request: ClaimStatusRequest,
  made: Made,
  outcome: RealTimeOutcome,
  received: readonly ReceivedFile[],
): ClaimStatusResponse {
  return respondTo(request, made, ({ patientControlNumber, chargeAmount = cents(0) }): SaidOfClaim => {
    const claim = claimIn(received, patientControlNumber);
    const word = INSTEAD[outcome] ?? (claim ? WORDS[claim.scenario] : NOT_FOUND);
    const { category, status, paidPercent } = word;
    const isKnown = claim !== undefined && word === WORDS[claim.scenario] && word !== NOT_FOUND;
    return {
      statuses: [
        {
          codes: [{ category, status }],
          date: made.date,
          amount: chargeAmount,
          ...(paidPercent !== undefined && { paidAmount: share(chargeAmount, paidPercent) }),
        },
      ],
      ...(isKnown && { payerClaimControlNumber: claim.payerClaimControlNumber }),
    };
  });
}

/** As adjudicated: to the cent, upwards from half. */
const share = (amount: number, percent: number) => cents(Math.round((amount * percent) / 100));

/** The last one under its number. */
function claimIn(
  received: readonly ReceivedFile[],
  patientControlNumber: string | undefined,
): ReceivedClaim | undefined {
  return received
    .flatMap(({ claims }) => claims)
    .findLast((claim) => claim.patientControlNumber === patientControlNumber);
}
