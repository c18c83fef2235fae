/** Edits on the numbers that payers and clearinghouses gave: they must arrive as they are, and be numbers. */
import type { ClaimDraft } from '../../claim/index.ts';
import type { Edit, Report } from '../edit.ts';
import { CLAIM_NUMBERS, LINE_NUMBERS, OTHER_PAYER_NUMBERS } from '../tables/numbers.ts';
import { linePath, otherPath } from '../walk.ts';

/** The X12 basic set without the separators `* ~ : ^` that our files use; small letters become capitals. */
const CARRIED = /^[A-Za-z0-9 !"&'()+,\-./;?=]*$/;
/** Texts that stand where a number is not known. */
const FILLER = /^\s*(n\/?a|none|no|pending|unknown|unk|tbd|null|x+|0+|not required|on file|see notes?)\s*$/i;

export const numberEdits: readonly Edit[] = [
  {
    id: 'identifier-characters',
    severity: 'error',
    snip: 1,
    fields: ['*', 'coverage.groupNumber', 'otherCoverages.*.payer.*', 'serviceLines.*.*'],
    source: 'X12 basic character set; REF02 50, SBR03 50',
    summary:
      'A number that must arrive as it is has at most 50 characters, and only such as our files carry (a claim read from a file has carried them).',
    check(draft, { isFromFile }, report) {
      eachNumber(draft, (number, path, name) => {
        if (number.length > MOST_CHARACTERS)
          report(path(), `${name} is longer than 50 characters.`, 'Write it as the payer prints it.');
        else if (!isFromFile && !CARRIED.test(number))
          report(
            path(),
            `${name} has a character that a claim can't carry.`,
            'Write it with letters, digits, hyphens and points as the payer prints it, or clear it.',
          );
      });
    },
  },
  {
    id: 'number-placeholder',
    severity: 'warning',
    snip: 7,
    fields: ['*', 'coverage.groupNumber', 'otherCoverages.*.payer.*'],
    source: 'Payers look the number up',
    summary: 'A number that a payer gives is not a filler such as NONE, N/A or PENDING.',
    check(draft, _context, report) {
      eachNumber(draft, (number, path, name, isGiven) => {
        if (isGiven && FILLER.test(number))
          report(
            path(),
            `${name} is a filler, which the payer looks up in vain.`,
            'Write the number, or clear the field.',
          );
      });
    },
  },
  {
    id: 'authorization-is-referral',
    severity: 'error',
    snip: 4,
    fields: ['referralNumber', 'otherCoverages.*.payer.referralNumber'],
    source: 'X12 837P 2300, 2330B REF*G1, REF*9F',
    summary: 'Authorization number and referral number are not the same.',
    check({ priorAuthorizationNumber, referralNumber, otherCoverages }, _context, report) {
      if (referralNumber && referralNumber === priorAuthorizationNumber) sameNumber('referralNumber', report);
      otherCoverages?.forEach(({ payer }, index) => {
        if (payer?.referralNumber && payer.referralNumber === payer.priorAuthorizationNumber)
          sameNumber(`otherCoverages.${index}.payer.referralNumber`, report);
      });
    },
  },
  {
    id: 'line-number-repeated',
    severity: 'error',
    snip: 4,
    fields: ['serviceLines.*.lineItemControlNumber'],
    source: 'X12 837P 2400 REF*6R',
    summary: 'The numbers of the lines differ, so that an answer finds its line.',
    check({ serviceLines: lines = [] }, _context, report) {
      for (let index = 1; index < lines.length; index++) {
        const number = lines[index]?.lineItemControlNumber;
        if (number === undefined) continue;
        if (lines.findIndex((line) => line.lineItemControlNumber === number) < index)
          report(
            `serviceLines.${index}.lineItemControlNumber`,
            'Another line has the same number: the answer would find the wrong one.',
            'Give each line its own number, or leave it out.',
          );
      }
    },
  },
];

const MOST_CHARACTERS = 50;

function eachNumber(
  draft: ClaimDraft,
  see: (number: string, path: () => string, name: string, isGiven: boolean) => void,
): void {
  for (const { field, of, name, isGiven = false } of CLAIM_NUMBERS) {
    const number = of(draft);
    if (number) see(number, () => field, name, isGiven);
  }
  const groupNumber = draft.coverage?.groupNumber;
  if (groupNumber) see(groupNumber, () => 'coverage.groupNumber', 'The group number', true);
  draft.otherCoverages?.forEach(({ payer }, index) => {
    for (const { field, of, name, isGiven = false } of OTHER_PAYER_NUMBERS) {
      const number = payer && of(payer);
      if (number) see(number, () => otherPath(index, `payer.${field}`), name, isGiven);
    }
  });
  const lines = draft.serviceLines;
  if (!lines) return;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) continue;
    for (const { field, of, name, isGiven = false } of LINE_NUMBERS) {
      const number = of(line);
      if (number) see(number, () => linePath(index, field), name, isGiven);
    }
  }
}

function sameNumber(path: string, report: Report): void {
  report(
    path,
    'The referral number is the same as the authorization number.',
    'Keep the one that the payer gave, and clear the other.',
  );
}
