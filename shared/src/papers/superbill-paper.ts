/** A superbill in words: to give to the patient, or for the patient to send to an insurance. */
import { isSettledAtPayers, patientBalance, patientDue } from '../lifecycle/index.ts';
import { type Cents, cents, formatMoney, type IsoDate, sumCents } from '../values/index.ts';
import { column, facts, heading, numbers, type Paper, type PaperBlock, quietly, words } from './paper.ts';
import { dayWords, headLines } from './parts.ts';
import type { Superbill, SuperbillLine } from './superbill.ts';

/** The title of one that says what insurance did. */
export const AFTER_INSURANCE = 'Superbill after insurance';

export function superbillPaper(bill: Superbill, today: IsoDate): Paper {
  const { practice, patient, provider, insurance } = bill;
  return {
    title: bill.variant === 'after-insurance' ? AFTER_INSURANCE : 'Superbill',
    blocks: [
      { kind: 'parties', from: headLines(practice), to: [patient.name, ...patient.address] },
      facts([
        ['Patient', patient.name],
        ['Date of birth', dayWords(patient.birthDate)],
        ['Visit on', bill.days],
        ['Place of service', bill.place],
        ['Seen by', `${provider.name}, NPI ${provider.npi}`],
        ['Billed by', `${practice.name}, NPI ${practice.npi}`],
        [practice.taxIdKind === 'EIN' ? 'Tax ID (EIN)' : 'Tax ID (SSN)', practice.taxId],
        ['Account number', bill.number],
        ['Insurance', insurance && `${insurance.name}, member ID ${insurance.memberId}`],
        ['Diagnoses (ICD-10-CM)', bill.diagnoses.map(({ letter, code }) => `${letter} ${code}`).join(', ')],
      ]),
      heading('Services'),
      servicesOf(bill),
      ...(bill.variant === 'after-insurance' ? afterInsurance(bill) : beforeInsurance(bill)),
      quietly(`Printed ${dayWords(today)}.`),
    ],
  };
}

/** What insurance did stands at the lines where it is known of every one of them. */
function servicesOf({ lines }: Superbill): PaperBlock {
  const isByLine = lines.every(({ decision }) => decision !== undefined);
  const of = (pick: (line: SuperbillLine) => Cents | undefined) =>
    formatMoney(sumCents(lines.map((line) => pick(line) ?? cents(0))));
  const money = (amount: Cents | undefined) => formatMoney(amount ?? cents(0));
  return {
    kind: 'table',
    caption: 'Services',
    columns: [
      column('Date', 2.2),
      column('Code', 2.2),
      column('For', 1.2),
      numbers('Units', 1),
      numbers('Charge', 2),
      ...(isByLine ? [numbers('Allowed', 2), numbers('Insurance paid', 2.2), numbers('Your share', 2)] : []),
    ],
    rows: lines.map((line) => [
      dayWords(line.date),
      [line.procedureCode, ...line.modifiers].join(' '),
      line.pointers,
      String(line.units),
      money(line.charge),
      ...(isByLine
        ? [money(line.decision?.allowed), money(line.decision?.paid), money(line.decision?.share)]
        : []),
    ]),
    total: [
      'Total',
      '',
      '',
      '',
      of(({ charge }) => charge),
      ...(isByLine
        ? [
            of(({ decision }) => decision?.allowed),
            of(({ decision }) => decision?.paid),
            of(({ decision }) => decision?.share),
          ]
        : []),
    ],
  };
}

function beforeInsurance({ variant, money, insurance, atUsualCharge = [] }: Superbill): PaperBlock[] {
  const rows = [row('Charged', money.charge), row('You have paid', cents(-money.patientPaid))];
  if (variant === 'self-pay')
    return [
      sums([...rows, sum('To pay', cents(money.charge - money.patientPaid))]),
      ...(atUsualCharge.length > 0
        ? [
            words(
              `There is no self-pay price for ${atUsualCharge.join(', ')}: the usual charge stands there.`,
            ),
          ]
        : []),
    ];
  return [
    sums(rows.slice(0, money.patientPaid === 0 ? 1 : 2)),
    words(
      `${insurance?.name ?? 'Your insurance'} has not decided yet. This is no bill: what you owe is known after that.`,
    ),
  ];
}

function afterInsurance({ status, money, decidedOn, insurance }: Superbill): PaperBlock[] {
  const { deductible, coinsurance, copay, other } = money.patientShares;
  const letGo = cents(sumCents([deductible, coinsurance, copay, other]) - money.patientResponsibility);
  const balance = patientBalance(money);
  const due = patientDue(status, money);
  return [
    heading('What your insurance did'),
    sums([
      row('Charged', money.charge),
      row('Insurance paid', cents(-money.paid)),
      ...some('Taken off by contract', cents(-money.contractual)),
      ...some('Other adjustments', cents(-money.otherAdjustments)),
      ...some('We let go', cents(-(money.writtenOff - letGo))),
      ...some(money.open < 0 ? 'Insurance paid too much' : 'Still with the insurance', cents(-money.open)),
      sum('Your share', cents(money.patientResponsibility + letGo)),
    ]),
    heading('Your share'),
    sums([
      ...some('Deductible', deductible),
      ...some('Coinsurance', coinsurance),
      ...some('Copay', copay),
      ...some('Not covered', other),
      ...some('We let go', cents(-letGo)),
      ...some('You have paid', cents(-money.patientPaid)),
      due === balance
        ? sum(due < 0 ? 'Comes back to you' : 'You owe', cents(Math.abs(due)))
        : sum(balance < 0 ? 'Paid before it is settled' : 'Not asked for yet', cents(Math.abs(balance))),
    ]),
    ...(isSettledAtPayers(status, money)
      ? []
      : [words('This visit is not settled with your insurance yet. Your share may still change.')]),
    ...(decidedOn
      ? [quietly(`As decided by ${insurance?.name ?? 'your insurance'} on ${dayWords(decidedOn)}.`)]
      : []),
  ];
}

const row = (name: string, amount: Cents) => ({ name, amount: formatMoney(amount), isSum: false });
const sum = (name: string, amount: Cents) => ({ name, amount: formatMoney(amount), isSum: true });
const some = (name: string, amount: Cents) => (amount === 0 ? [] : [row(name, amount)]);
const sums = (rows: readonly ReturnType<typeof row>[]): PaperBlock => ({
  kind: 'sums',
  caption: 'Amounts',
  rows: [...rows],
});
