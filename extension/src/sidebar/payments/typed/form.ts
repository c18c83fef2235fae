/** A payment as it is being typed in: what each line is missing to add up, and the payment that it makes. */
import type { TypedPayment } from '@claimside/shared/api';
import { type Claim, totalCharge } from '@claimside/shared/claim';
import {
  type Cents,
  cents,
  err,
  formatMoney,
  type IsoDate,
  ok,
  parseDate,
  parseMoney,
  type Result,
  sumCents,
} from '@claimside/shared/values';

/** What of a line stands where; texts as typed. */
export interface TypedLine {
  readonly paid: string;
  /** CO-45. */
  readonly contract: string;
  /** PR-1, PR-2, PR-3. */
  readonly deductible: string;
  readonly coinsurance: string;
  readonly copay: string;
  readonly notPaid: string;
  /** Of what is not paid: group and reason as on the paper, such as `CO-197`. */
  readonly notPaidCode: string;
  /** Where the paper names more than one: each further one. */
  readonly further: readonly Refused[];
}

/** A part that is not paid, with its code. */
export interface Refused {
  readonly amount: string;
  readonly code: string;
}

export const EMPTY_REFUSED: Refused = { amount: '', code: '' };
/** No paper has as many; a remittance has room for more. */
export const MOST_FURTHER = 20;

export interface TypedClaimForm {
  readonly claimId: string;
  readonly patientName: string;
  readonly claim: Claim;
  readonly statusCode: TypedPayment['claims'][number]['statusCode'];
  readonly payerClaimControlNumber: string;
  readonly lines: readonly TypedLine[];
  /** What stands of it as paid, which a reversal takes back. */
  readonly lastPaid:
    | { readonly checkNumber: string; readonly paymentDate: IsoDate; readonly lines: readonly TypedLine[] }
    | undefined;
}

export interface PaymentForm {
  readonly payerName: string;
  readonly checkNumber: string;
  readonly paymentDate: string;
  readonly method: TypedPayment['method'];
  readonly total: string;
  readonly claims: readonly TypedClaimForm[];
  readonly beside: readonly TypedBeside[];
}

/** Money that belongs to no claim (PLB). */
export interface TypedBeside {
  /** PLB03-1. */
  readonly reason: string;
  /** What it does to the payment: amounts are typed without a sign. */
  readonly does: 'lowers' | 'raises';
  readonly reference: string;
  readonly amount: string;
}

export const EMPTY_LINE: TypedLine = {
  paid: '',
  contract: '',
  deductible: '',
  coinsurance: '',
  copay: '',
  notPaid: '',
  notPaidCode: '',
  further: [],
};

export const EMPTY_FORM: PaymentForm = {
  payerName: '',
  checkNumber: '',
  paymentDate: '',
  method: 'CHK',
  total: '',
  claims: [],
  beside: [],
};

/** What raises a payment most often; everything else lowers it. */
const USUALLY_RAISES: readonly string[] = ['L6', 'CT', 'CR', 'BN', 'B2', 'IP', 'PI', 'LS'];

export const besideOf = (reason: string): TypedBeside => ({
  reason,
  does: USUALLY_RAISES.includes(reason) ? 'raises' : 'lowers',
  reference: '',
  amount: '',
});

export function typedClaim(
  found: {
    readonly id: string;
    readonly patientName: string;
    readonly payerClaimControlNumber: string | null;
  },
  claim: Claim,
  lastPaid?: TypedClaimForm['lastPaid'],
): TypedClaimForm {
  return {
    claimId: found.id,
    patientName: found.patientName,
    claim,
    statusCode: '1',
    payerClaimControlNumber: found.payerClaimControlNumber ?? '',
    lines: claim.serviceLines.map(() => EMPTY_LINE),
    lastPaid,
  };
}

/** The amounts of a line, by what they are. */
export const LINE_PARTS = ['paid', 'contract', 'deductible', 'coinsurance', 'copay', 'notPaid'] as const;
export type LinePart = (typeof LINE_PARTS)[number];

/** How the amounts that have a field of their own are coded. */
export const ADJUSTED = {
  contract: ['CO', '45'],
  deductible: ['PR', '1'],
  coinsurance: ['PR', '2'],
  copay: ['PR', '3'],
} as const satisfies Partial<Record<LinePart, readonly ['CO' | 'PR', string]>>;

const CODE = /^(CO|OA|PI|PR)[\s-]*([A-Z0-9]{1,5})$/;

/** Empty is zero; undefined what is no amount. */
function amountOf(text: string): Cents | undefined {
  return text.trim() === '' ? cents(0) : parseMoney(text);
}

/** What is missing for the line to add up to its charge; undefined while an amount can't be read. */
export function leftOf(line: TypedLine, charge: Cents): Cents | undefined {
  let left: number = charge;
  for (const text of [...LINE_PARTS.map((part) => line[part]), ...line.further.map((each) => each.amount)]) {
    const amount = amountOf(text);
    if (amount === undefined) return undefined;
    left -= amount;
  }
  return cents(left);
}

/** A reversal takes back what its amounts say. */
export const isTakenBack = ({ statusCode }: Pick<TypedClaimForm, 'statusCode'>): boolean =>
  statusCode === '22';

/** Zero stays zero. */
const negated = (amount: Cents): Cents => cents(0 - amount);

/** What has been typed as paid, of all claims; less what reversals take back. */
export function paidOf({ claims }: Pick<PaymentForm, 'claims'>): Cents {
  return sumCents(
    claims.flatMap((claim) => {
      const paid = sumCents(claim.lines.map((line) => amountOf(line.paid) ?? cents(0)));
      return isTakenBack(claim) ? negated(paid) : paid;
    }),
  );
}

/** What has been typed beside the claims: positive lowers the payment. */
export function besideSum({ beside }: Pick<PaymentForm, 'beside'>): Cents {
  return sumCents(
    beside.map(({ does, amount }) => {
      const typed = amountOf(amount) ?? cents(0);
      return does === 'lowers' ? typed : negated(typed);
    }),
  );
}

export const chargeOf = ({ claim }: TypedClaimForm): Cents => totalCharge(claim);

/** What is missing, in a sentence, and the field or part of the form that it is about; none for all of it. */
export interface Missing {
  readonly sentence: string;
  readonly at?: MissingAt | undefined;
}
export type MissingAt =
  | 'payer'
  | 'number'
  | 'date'
  | 'total'
  | 'add-claim'
  | `claim-${number}`
  | `claim-${number}-line-${number}`;

const missing = (sentence: string, at?: MissingAt) => err<Missing>({ sentence, at });

/** The payment, or the first thing that is missing. */
export function paymentOf(form: PaymentForm, today: IsoDate): Result<TypedPayment, Missing> {
  const checkNumber = form.checkNumber.trim();
  const paymentDate = parseDate(form.paymentDate);
  const total = parseMoney(form.total);
  if (form.payerName.trim() === '') return missing('Write who pays.', 'payer');
  if (!/^[A-Za-z0-9-]{1,30}$/.test(checkNumber))
    return missing('Write the check or EFT number: letters, digits and hyphens.', 'number');
  if (paymentDate === undefined) return missing('Write the date of the payment, such as 2026-11-30.', 'date');
  if (paymentDate > today) return missing('The date of the payment is still to come.', 'date');
  if (total === undefined || total < 0)
    return missing('Write the total of the payment, such as 250.00.', 'total');
  if (form.claims.length === 0 && form.beside.length === 0)
    return missing('Add the claims that it pays, or the money beside them.', 'add-claim');
  const claims: TypedPayment['claims'] = [];
  for (const [index, claim] of form.claims.entries()) {
    const typed = claimOf(claim, index);
    if (!typed.ok) return typed;
    claims.push(typed.value);
  }
  const providerAdjustments: TypedPayment['providerAdjustments'] = [];
  for (const [index, each] of form.beside.entries()) {
    const amount = parseMoney(each.amount);
    if (amount === undefined || amount <= 0)
      return missing(`Beside the claims, ${index + 1}: write the amount without a sign, such as 25.00.`);
    const reference = each.reference.trim();
    providerAdjustments.push({
      reason: each.reason,
      amount: each.does === 'lowers' ? amount : negated(amount),
      ...(reference !== '' && { reference }),
    });
  }
  const left = missingOf(form);
  if (left !== 0) return missing(missingWords(left));
  return ok({
    payerName: form.payerName.trim(),
    checkNumber,
    paymentDate,
    method: form.method,
    total,
    claims,
    providerAdjustments,
  });
}

/** What of the total is not accounted for yet; negative where more is than it is. */
export function missingOf(form: Pick<PaymentForm, 'claims' | 'beside' | 'total'>): Cents {
  return cents((parseMoney(form.total) ?? 0) - paidOf(form) + besideSum(form));
}

/** `$20.00 of the total is not accounted for yet.` */
export function missingWords(left: Cents): string {
  return left > 0
    ? `${formatMoney(left)} of the total is not accounted for yet.`
    : `That is ${formatMoney(negated(left))} more than the total.`;
}

function claimOf(form: TypedClaimForm, at: number): Result<TypedPayment['claims'][number], Missing> {
  if (form.payerClaimControlNumber.trim() === '')
    return missing(
      `Write the payer’s claim number of ${form.patientName}: a replacement needs it.`,
      `claim-${at}`,
    );
  const lines: TypedPayment['claims'][number]['lines'] = [];
  for (const [index, line] of form.lines.entries()) {
    const charge = form.claim.serviceLines[index]?.chargeAmount ?? cents(0);
    const left = leftOf(line, charge);
    const where = `${form.patientName}, line ${index + 1}`;
    const place = `claim-${at}-line-${index}` as const;
    if (left === undefined) return missing(`${where}: write amounts such as 25.00.`, place);
    if (left !== 0) return missing(`${where} does not add up to its charge.`, place);
    const adjustments = adjustmentsOf(line);
    if (!adjustments) return missing(`${where}: write the code of what is not paid, such as CO-197.`, place);
    lines.push({ paid: amountOf(line.paid) ?? cents(0), adjustments });
  }
  const shown = isTakenBack(form) ? lines.map(turned) : lines;
  return ok({
    claimId: form.claimId,
    statusCode: form.statusCode,
    payerClaimControlNumber: form.payerClaimControlNumber.trim(),
    paid: sumCents(shown.map(({ paid }) => paid)),
    adjustments: [],
    lines: shown,
  });
}

/** As a reversal says it. */
const turned = ({ paid, adjustments }: TypedPayment['claims'][number]['lines'][number]) => ({
  paid: negated(paid),
  adjustments: adjustments.map((each) => ({ ...each, amount: negated(each.amount) })),
});

type Adjustments = TypedPayment['claims'][number]['adjustments'];

function adjustmentsOf(line: TypedLine): Adjustments | undefined {
  const known = Object.entries(ADJUSTED).flatMap(([part, [group, reason]]): Adjustments => {
    const amount = amountOf(line[part as keyof typeof ADJUSTED]) ?? cents(0);
    return amount === 0 ? [] : [{ group, reason, amount }];
  });
  const all = [...known];
  for (const each of [{ amount: line.notPaid, code: line.notPaidCode }, ...line.further]) {
    const amount = amountOf(each.amount) ?? cents(0);
    if (amount === 0) continue;
    const [, group, reason] = CODE.exec(each.code.trim().toUpperCase()) ?? [];
    if (group !== 'CO' && group !== 'OA' && group !== 'PI' && group !== 'PR') return undefined;
    if (reason === undefined) return undefined;
    all.push({ group, reason, amount });
  }
  return all;
}
