/** A claim on the form for payers that take paper: six service lines a page, the total on the last one alone. */
import type { Claim } from '../../claim/index.ts';
import { type Cents, cents, sumCents } from '../../values/index.ts';
import { BOXES, LINES_A_PAGE } from './boxes.ts';
import { amount, type Entry, fill, text } from './entries.ts';
import { lineEntries } from './line.ts';
import { insuranceEntries, patientEntries } from './people.ts';
import { billingEntries, visitEntries, withoutRoom } from './visit.ts';

export interface Cms1500Page {
  readonly number: number;
  readonly of: number;
  /** Of all boxes but 24. */
  readonly entries: readonly Entry[];
  /** Of box 24, for each service line. */
  readonly lines: readonly (readonly Entry[])[];
  /** What has no room on the form, in sentences. */
  readonly withoutRoom: readonly string[];
}

export interface Cms1500Parts {
  readonly claim: Claim;
  /** CLM01. */
  readonly patientControlNumber: string;
  /** Of the signature. */
  readonly today: string;
}

export function cms1500Pages(parts: Cms1500Parts): Cms1500Page[] {
  const { claim } = parts;
  const { serviceLines } = claim;
  const of = Math.ceil(serviceLines.length / LINES_A_PAGE);
  return Array.from({ length: of }, (_, page) => {
    const first = page * LINES_A_PAGE;
    const isLast = page === of - 1;
    return {
      number: page + 1,
      of,
      entries: [
        ...insuranceEntries(claim),
        ...patientEntries(claim),
        ...visitEntries(claim),
        ...billingEntries(parts),
        ...(isLast ? totals(claim) : fill(BOXES.total, text('CONTINUED'))),
      ],
      lines: serviceLines
        .slice(first, first + LINES_A_PAGE)
        .map((line, place) => lineEntries(claim, line, place)),
      withoutRoom: withoutRoom(claim),
    };
  });
}

function totals(claim: Claim): Entry[] {
  const paid = paidBefore(claim);
  return [
    ...fill(BOXES.total, { text: amount(sumCents(claim.serviceLines.map((line) => line.chargeAmount)), 8) }),
    ...(paid === 0 ? [] : fill(BOXES.paid, { text: amount(paid, 8) })),
  ];
}

/** By the patient and by other insurances. */
const paidBefore = ({ patientPaidAmount, otherCoverages = [] }: Claim): Cents =>
  sumCents([
    patientPaidAmount ?? cents(0),
    ...otherCoverages.map(({ paidAmount }) => paidAmount ?? cents(0)),
  ]);
