/** Edits on the names of people and organizations. */
import type { Edit, Report } from '../edit.ts';
import { eachProvider } from '../roles.ts';

interface Named {
  readonly organizationName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly firstName?: string | undefined;
  readonly middleName?: string | undefined;
  readonly suffix?: string | undefined;
}

export const nameEdits: readonly Edit[] = [
  {
    id: 'name-length',
    severity: 'error',
    snip: 1,
    fields: ['**.lastName', '**.firstName', '**.middleName', '**.suffix', '**.organizationName'],
    source: 'X12 837P NM103 60, NM104 35, NM105 25, NM107 10',
    summary:
      'A name fits its element: 60 characters for a last name or an organization, 35 for a first name, 25 for a middle name, 10 for a suffix.',
    check(draft, _context, report) {
      nameLength(draft.patient, "The patient's", 'patient', report);
      nameLength(draft.subscriber, "The insured person's", 'subscriber', report);
      nameLength(draft.billingProvider?.name, "The billing provider's", 'billingProvider.name', report);
      eachProvider(draft, report, (provider, { words }, path) => {
        if (isTooLong(provider)) nameLength(provider, `The ${words}'s`, path(''), report);
      });
      draft.otherCoverages?.forEach(({ subscriber }, index) => {
        const path = `otherCoverages.${index}.subscriber`;
        nameLength(subscriber, "The other insurance's member's", path, report);
      });
    },
  },
  {
    id: 'name-characters',
    severity: 'warning',
    snip: 7,
    fields: ['patient.*Name', 'subscriber.*Name'],
    source: 'Payers match the name with their records',
    summary: 'Names of patient and insured person begin with a letter and hold no digit.',
    check({ patient, subscriber }, _context, report) {
      if (patient) nameCharacters('patient', "The patient's", patient, report);
      if (subscriber) nameCharacters('subscriber', "The insured person's", subscriber, report);
    },
  },
];

function isTooLong({ organizationName, lastName, firstName, middleName, suffix }: Named): boolean {
  return (
    isOver(organizationName, 60) ||
    isOver(lastName, 60) ||
    isOver(firstName, 35) ||
    isOver(middleName, 25) ||
    isOver(suffix, 10)
  );
}

const isOver = (text: string | undefined, most: number): boolean => text !== undefined && text.length > most;

/** `path` may end in a dot. */
function nameLength(name: Named | undefined, whose: string, path: string, report: Report): void {
  if (!name || !isTooLong(name)) return;
  const limits = [
    ['organizationName', 'name', 60],
    ['lastName', 'last name', 60],
    ['firstName', 'first name', 35],
    ['middleName', 'middle name', 25],
    ['suffix', 'suffix', 10],
  ] as const;
  for (const [field, words, most] of limits)
    if (isOver(name[field], most))
      report(
        `${path.replace(/\.$/, '')}.${field}`,
        `${whose} ${words} is longer than ${most} characters.`,
        'Shorten it as on the insurance card.',
      );
}

function nameCharacters(path: string, whose: string, { lastName, firstName }: Named, report: Report): void {
  const fix = 'Write it as on the insurance card.';
  if (lastName && !PLAUSIBLE.test(lastName))
    report(`${path}.lastName`, `${whose} last name has a digit, or does not begin with a letter.`, fix);
  if (firstName && !PLAUSIBLE.test(firstName))
    report(`${path}.firstName`, `${whose} first name has a digit, or does not begin with a letter.`, fix);
}

const PLAUSIBLE = /^\s*\p{L}\P{Nd}*$/u;
