/** What earlier payers made of one line, and the numbers that other payers gave for it. */
import { type ClaimDraft, valueAt } from '@claimside/shared/claim';
import { lineBalance } from './balance.ts';
import { OTHER_PROCEDURE_CODES } from './choices.ts';
import { choice, code, date, list, modifiers, money, number, signedMoney, text } from './make.ts';
import { adjustments } from './other-insurance.ts';
import { givenBy, otherPayers } from './other-payers.ts';
import type { ListField, SectionSpec, Values } from './spec.ts';

/** The payer when there is only one; the service as it was billed, which payers rarely change. */
function asBilled(draft: ClaimDraft, base: string): Values {
  const [only, second] = Object.keys(otherPayers(draft));
  const billed = (field: string) => valueAt(draft, `${base}.${field}`);
  return {
    payerId: second === undefined ? only : undefined,
    procedureCodeQualifier: billed('procedureCodeQualifier'),
    procedureCode: billed('procedureCode'),
    modifiers: billed('modifiers') ?? [],
    paidUnits: billed('units'),
  };
}

export const LINE_ADJUDICATIONS: SectionSpec = {
  id: 'adjudications',
  name: 'Paid by the other insurance',
  words: 'secondary COB EOB SVD CAS adjudication primary paid deductible coinsurance',
  fields: [
    list('adjudications', 'Answers', {
      opensWithRow: true,
      item: 'answer',
      most: 15,
      knownBy: ['payerId', 'paidAmount'],
      start: asBilled,
      note: lineBalance,
      fields: [
        choice('payerId', 'Payer', otherPayers),
        date('adjudicationDate', 'Date of its answer'),
        signedMoney('paidAmount', 'Amount paid'),
        number('paidUnits', 'Units paid'),
        money('remainingPatientLiability', 'Patient still owes', { isRare: true }),
        code('procedureCode', 'Code paid', { isRare: true }),
        modifiers('modifiers', 'Modifiers paid', { isRare: true }),
        choice('procedureCodeQualifier', 'Kind of code', OTHER_PROCEDURE_CODES, {
          blank: 'CPT or HCPCS',
          isRare: true,
        }),
        number('bundledLineNumber', 'Bundled into line', { isRare: true }),
        text('description', 'Description', { isRare: true }),
        adjustments(),
      ],
    }),
  ],
};

/** Numbers of a line, each with the other payer that gave it. */
const payerNumbers = (path: string, label: string, item: string): ListField =>
  list(path, label, {
    opensWithRow: true,
    item,
    most: 5,
    fields: [code('number', 'Number'), givenBy()],
  });

export const LINE_AUTHORIZATIONS: readonly SectionSpec[] = [
  {
    id: 'authorizations',
    name: 'Prior authorization of this line',
    words: 'REF G1 prior auth',
    fields: [payerNumbers('priorAuthorizations', 'Prior authorizations', 'authorization')],
  },
  {
    id: 'referrals',
    name: 'Referral number of this line',
    words: 'REF 9F',
    fields: [payerNumbers('referrals', 'Referral numbers', 'referral')],
  },
];
