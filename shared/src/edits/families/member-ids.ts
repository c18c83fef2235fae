/** Edits on member ids: their form, texts that stand for none, and Medicare's own form. */
import type { ClaimDraft } from '../../claim/index.ts';
import type { Edit } from '../edit.ts';
import { isAccidentInsurer, isMedicare } from '../payer-kinds.ts';

const SHAPE = /^[A-Za-z0-9]{2,80}$/;
/** Work comp and auto insurers give claim numbers, which may be written with hyphens. */
const ACCIDENT_SHAPE = /^[A-Za-z0-9][A-Za-z0-9 ./-]{0,78}[A-Za-z0-9]$/;

/** What people type when they have no number; compared without blanks and punctuation. */
const PLACEHOLDER =
  /^(self|selfpay|same|sameas\w*|none|na|nan|null|unknown|unk|unkn|notknown|pending|pend|tbd|tba|missing|onfile|cash|see\w*card|needs?id|noid|noinsurance|notavailable|temp|temporary|test|applied|appliedfor|x{3,}|0+|1{5,}|9{5,})$/i;

/**
 * Medicare Beneficiary Identifier: eleven places, each digit or letter by its place, without S, L, O, I, B and Z. The
 * card prints it with two hyphens.
 */
const MBI =
  /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/;
/** Since then Medicare takes no other number. */
const MBI_ONLY_SINCE = '2020-01-01';

export const memberIdEdits: readonly Edit[] = [
  {
    id: 'member-id-shape',
    severity: 'error',
    snip: 7,
    fields: ['coverage.memberId'],
    source: 'Payers match the number without blanks and punctuation',
    summary:
      'The member id has letters and digits only, and at least two (work comp and auto: also hyphens).',
    check(draft, _context, report) {
      const { coverage } = draft;
      const memberId = coverage?.memberId;
      if (!memberId || SHAPE.test(memberId) || isNoMedicareNumber(draft)) return;
      if (isAccidentInsurer(coverage) && ACCIDENT_SHAPE.test(memberId)) return;
      const value = memberId.replace(/[\s-]/g, '');
      report(
        'coverage.memberId',
        'The member ID has characters other than letters and digits, or is too short.',
        'Write it as on the card, without spaces or hyphens.',
        SHAPE.test(value) ? [{ path: 'coverage.memberId', value }] : undefined,
      );
    },
  },
  {
    id: 'member-id-placeholder',
    severity: 'error',
    snip: 7,
    fields: ['coverage.memberId'],
    source: 'Payers reject it as a member not found',
    summary:
      'The member id is a number of the payer, not a text such as SELF, NONE, UNKNOWN or the same digit all along.',
    check({ coverage }, _context, report) {
      if (coverage?.memberId && isPlaceholder(coverage.memberId) && !isAccidentInsurer(coverage))
        report(
          'coverage.memberId',
          'A text or filler stands where the member ID belongs.',
          "Type it from the patient's card.",
        );
    },
  },
  {
    id: 'other-member-id-placeholder',
    severity: 'warning',
    snip: 7,
    fields: ['otherCoverages.*.subscriber.memberId'],
    source: 'Payers reject it as a member not found',
    summary: 'The member id at another insurance is a number, not a filler.',
    check({ otherCoverages }, _context, report) {
      otherCoverages?.forEach((other, index) => {
        if (
          other.subscriber?.memberId &&
          isPlaceholder(other.subscriber.memberId) &&
          !isAccidentInsurer(other)
        )
          report(
            `otherCoverages.${index}.subscriber.memberId`,
            'A text or filler stands where the member ID of the other insurance belongs.',
            'Type it from the card.',
          );
      });
    },
  },
  {
    id: 'medicare-number',
    severity: 'error',
    snip: 7,
    fields: ['coverage.memberId'],
    source: 'CMS, Medicare Beneficiary Identifier',
    summary:
      'A Medicare claim names an MBI: eleven letters and digits in their order, since 2020 the only number that Medicare takes.',
    check(draft, _context, report) {
      if (!isNoMedicareNumber(draft)) return;
      const value = draft.coverage?.memberId?.replace(/[\s-]/g, '').toUpperCase() ?? '';
      if (MBI.test(value))
        report(
          'coverage.memberId',
          'A Medicare number goes in capitals, without spaces and hyphens.',
          'Write its eleven characters only.',
          [{ path: 'coverage.memberId', value }],
        );
      else
        report(
          'coverage.memberId',
          'This does not have the form of a Medicare number.',
          "Type the eleven characters from the patient's red, white and blue card; no letter S, L, O, I, B or Z.",
        );
    },
  },
];

/** A number stands where Medicare's belongs and is none; the general form of member ids then needs no word of its own. */
function isNoMedicareNumber({ coverage, serviceLines }: ClaimDraft): boolean {
  const memberId = coverage?.memberId;
  if (!memberId || !isMedicare(coverage) || MBI.test(memberId) || isPlaceholder(memberId)) return false;
  const day = serviceLines?.[0]?.serviceDate;
  return day === undefined || day >= MBI_ONLY_SINCE;
}

function isPlaceholder(memberId: string): boolean {
  return (
    PLACEHOLDER.test(memberId) ||
    (NOT_PLAIN.test(memberId) && PLACEHOLDER.test(memberId.replace(NOT_PLAIN_ALL, '')))
  );
}

const NOT_PLAIN = /[^A-Za-z0-9]/;
const NOT_PLAIN_ALL = /[^A-Za-z0-9]/g;
