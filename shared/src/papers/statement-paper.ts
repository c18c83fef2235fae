/** A statement in words: short, plain and kind. */
import { type Cents, cents, formatMoney, type IsoDate } from '../values/index.ts';
import { column, facts, heading, numbers, type Paper, type PaperBlock, quietly, words } from './paper.ts';
import { dayWords, headLines, phoneWords } from './parts.ts';
import { STATEMENT_AGES, type Statement } from './statement.ts';

export function statementPaper(statement: Statement, today: IsoDate): Paper {
  const { practice, patient, total, visits, undecided } = statement;
  return {
    title: 'Statement',
    blocks: [
      { kind: 'parties', from: headLines(practice), to: [patient.name, ...patient.address] },
      facts([
        ['Date', dayWords(today)],
        ['For', patient.name],
        [practice.taxIdKind === 'EIN' ? 'Tax ID (EIN)' : 'Tax ID (SSN)', practice.taxId],
      ]),
      words(whatIsDue(total)),
      ...(visits.length > 0 ? [heading('Your visits'), visitsOf(statement)] : []),
      ...(total > 0 ? [heading('How long it has been open'), agesOf(statement), ...howToPay(statement)] : []),
      ...(undecided.length > 0 ? stillWithInsurance(statement) : []),
      quietly('If something looks wrong, or you need more time, please call us.'),
    ],
  };
}

function whatIsDue(total: Cents): string {
  if (total > 0)
    return `Please pay ${formatMoney(total)}. Your insurance has decided on these visits, and this is left to you.`;
  if (total === 0) return 'You owe nothing now.';
  return `You have paid ${formatMoney(cents(-total))} more than your share. It is yours: we will pay it back.`;
}

function visitsOf({ visits, total }: Statement): PaperBlock {
  const hasOpen = visits.some(({ withInsurance }) => withInsurance !== 0);
  return {
    kind: 'table',
    caption: 'Your visits',
    columns: [
      column('Visit', 2.6),
      column('Account', 2.6),
      numbers('Charged', 2),
      numbers('Insurance paid', 2),
      numbers('Taken off', 2),
      ...(hasOpen ? [numbers('With insurance', 2)] : []),
      numbers('You paid', 2),
      numbers('You owe', 2),
    ],
    rows: visits.map((visit) => [
      visit.days,
      visit.number,
      formatMoney(visit.charge),
      formatMoney(visit.insurancePaid),
      formatMoney(visit.adjusted),
      ...(hasOpen ? [formatMoney(visit.withInsurance)] : []),
      formatMoney(visit.patientPaid),
      formatMoney(visit.balance),
    ]),
    total: ['Total', '', '', '', '', ...(hasOpen ? [''] : []), '', formatMoney(total)],
  };
}

function agesOf({ aging }: Statement): PaperBlock {
  const names = STATEMENT_AGES.map((last, place) =>
    place === 0 ? `Up to ${last} days` : `${(STATEMENT_AGES[place - 1] ?? 0) + 1} to ${last} days`,
  );
  return {
    kind: 'table',
    caption: 'How long it has been open',
    columns: [...names, `Over ${STATEMENT_AGES.at(-1)} days`].map((name) => numbers(name, 1)),
    rows: [aging.map(formatMoney)],
  };
}

function howToPay({ practice, visits }: Statement): PaperBlock[] {
  const number = visits[0]?.number ?? '';
  return [
    heading('How to pay'),
    words(
      `By check to ${practice.name}, ${practice.address.join(', ')}. Please write ${number} on it.${
        practice.phone
          ? ` Or call ${[phoneWords(practice.phone), practice.hours].filter(Boolean).join(', ')}.`
          : ''
      }`,
    ),
  ];
}

function stillWithInsurance({ undecided }: Statement): PaperBlock[] {
  return [
    heading('Still with your insurance'),
    words('Your insurance is still to decide on these visits. This is no bill for them: please wait.'),
    {
      kind: 'table',
      caption: 'Still with your insurance',
      columns: [column('Visit', 2), numbers('Charged', 1), numbers('You paid', 1)],
      rows: undecided.map(({ days, charge, patientPaid }) => [
        days,
        formatMoney(charge),
        formatMoney(patientPaid),
      ]),
    },
  ];
}
