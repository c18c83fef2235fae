/** What a reversal takes back: the last payment that stands, as its lines would be typed. */
import type { ClaimDetail } from '@claimside/shared/api';
import { totalCharge } from '@claimside/shared/claim';
import { type ClaimPaymentFact, decisionsIn } from '@claimside/shared/lifecycle';
import { matchLines } from '@claimside/shared/matching';
import { cents } from '@claimside/shared/values';
import { amountText } from '../../typed.ts';
import { ADJUSTED, EMPTY_LINE, type TypedClaimForm, type TypedLine } from './form.ts';

/** Undefined where nothing stands, or it can't be said line by line in this form. */
export function lastPaid(
  claim: Pick<ClaimDetail, 'events' | 'claim' | 'patientControlNumber'>,
): TypedClaimForm['lastPaid'] {
  const payment = decisionsIn(claim.events, totalCharge(claim.claim)).at(-1);
  const lines = payment && linesOf(payment, claim);
  return lines && { checkNumber: payment.checkNumber, paymentDate: payment.paymentDate, lines };
}

/** Decided as another thing: a reversal begins with what it takes back, unless something was typed. */
export function decidedAs(form: TypedClaimForm, statusCode: TypedClaimForm['statusCode']): TypedClaimForm {
  const { lastPaid: paid, lines } = form;
  const isUntouched = lines === paid?.lines || lines.every((line) => line === EMPTY_LINE);
  if (!paid || !isUntouched) return { ...form, statusCode };
  return { ...form, statusCode, lines: statusCode === '22' ? paid.lines : lines.map(() => EMPTY_LINE) };
}

/** Undefined where a line of it is none of the claim's, or part of it stands at the claim and not at its lines. */
function linesOf(
  { lines = [], adjustments }: ClaimPaymentFact,
  { claim, patientControlNumber }: Pick<ClaimDetail, 'claim' | 'patientControlNumber'>,
): readonly TypedLine[] | undefined {
  if (adjustments.length !== lines.flatMap((line) => line.adjustments).length) return undefined;
  const typed = new Map<number, TypedLine>();
  for (const [at, match] of matchLines(patientControlNumber, claim.serviceLines, lines).entries()) {
    const paid = lines[at];
    const line = match.kind === 'matched' && paid ? lineOf(paid) : undefined;
    if (match.kind !== 'matched' || !line || typed.has(match.line)) return undefined;
    typed.set(match.line, line);
  }
  const all = claim.serviceLines.map((_, at) => typed.get(at));
  return all.every((line) => line !== undefined) ? all : undefined;
}

function lineOf({ paid, adjustments }: NonNullable<ClaimPaymentFact['lines']>[number]): TypedLine {
  let line: TypedLine = { ...EMPTY_LINE, paid: paid === 0 ? '' : amountText(paid) };
  for (const { group, reason, amount } of adjustments) {
    if (amount === 0) continue;
    const part = PARTS.find(([, [ofGroup, ofReason]]) => ofGroup === group && ofReason === reason)?.[0];
    const told = { amount: amountText(cents(amount)), code: `${group}-${reason}` };
    if (line[part ?? 'notPaid'] !== '') line = { ...line, further: [...line.further, told] };
    else
      line = part
        ? { ...line, [part]: told.amount }
        : { ...line, notPaid: told.amount, notPaidCode: told.code };
  }
  return line;
}

const PARTS = [
  ['contract', ADJUSTED.contract],
  ['deductible', ADJUSTED.deductible],
  ['coinsurance', ADJUSTED.coinsurance],
  ['copay', ADJUSTED.copay],
] as const;
