/** Edits on who referred or ordered: where payers want the name and NPI. */
import type { ClaimDraft } from '../../claim/index.ts';
import type { Edit } from '../edit.ts';
import { isMedicare } from '../payer-kinds.ts';
import {
  type CodeRange,
  isIn,
  ORDERED_EQUIPMENT,
  ORDERED_IMAGING,
  PATHOLOGY_AND_LABORATORY,
} from '../tables/procedures.ts';
import { type DraftLine, eachLine, linePath } from '../walk.ts';

/** What Medicare pays only on somebody's order, with the words for it. */
const ORDERED: readonly { readonly codes: readonly CodeRange[]; readonly words: string }[] = [
  { codes: PATHOLOGY_AND_LABORATORY, words: 'a laboratory test' },
  { codes: ORDERED_IMAGING, words: 'imaging' },
  { codes: ORDERED_EQUIPMENT, words: 'equipment' },
];

export const referringEdits: readonly Edit[] = [
  {
    id: 'medicare-order',
    severity: 'warning',
    snip: 7,
    fields: ['referringProvider', 'serviceLines.*.referringProvider'],
    source: 'CMS, ordering and referring edits (Claims Processing Manual ch. 26, item 17)',
    summary:
      'Medicare wants the name and NPI of who ordered a laboratory test, imaging or equipment, even when it is the one who did it.',
    check: eachLine((line, index, draft, _context, report) => {
      if (!isMedicare(draft.coverage) || isOrdered(line, draft) || !line.procedureCode) return;
      for (const { codes, words } of ORDERED)
        if (isIn(line.procedureCode, codes))
          report(
            linePath(index, 'referringProvider'),
            `Medicare wants to know who ordered ${words}.`,
            'Add the ordering or referring provider, also when it is the rendering provider.',
          );
    }),
  },
  {
    id: 'medicare-therapy-plan',
    severity: 'warning',
    snip: 7,
    fields: ['referringProvider'],
    source: 'CMS, Claims Processing Manual ch. 5 §10.3',
    summary:
      'Medicare wants the name and NPI of who certified the plan of a physical, occupational or speech therapy.',
    check(draft, _context, report) {
      if (!isMedicare(draft.coverage)) return;
      const therapy = draft.serviceLines?.find(
        (line) => !isOrdered(line, draft) && line.modifiers?.some(isTherapyPlan),
      );
      if (therapy)
        report(
          'referringProvider',
          'Medicare wants to know who certified the plan of the therapy.',
          'Add that physician or practitioner as referring provider.',
        );
    },
  },
  {
    id: 'payer-wants-referring',
    severity: 'warning',
    snip: 7,
    fields: ['referringProvider'],
    source: "The practice's facts about the payer",
    summary: 'A payer that wants a referring provider gets one.',
    check(draft, { payer }, report) {
      if (payer?.needsReferringProvider && !draft.referringProvider)
        report(
          'referringProvider',
          'This payer wants a referring provider.',
          'Add who referred the patient.',
        );
    },
  },
  {
    id: 'referral-without-referring',
    severity: 'warning',
    snip: 4,
    fields: ['referringProvider'],
    source: 'X12 837P 2310A, 2300 REF*9F',
    summary: 'A referral number goes with the name of who referred.',
    check(draft, _context, report) {
      if (draft.referralNumber && !draft.referringProvider && !draft.primaryCareProvider)
        report(
          'referringProvider',
          'There is a referral number, and nobody is named who referred.',
          'Add the referring provider.',
        );
    },
  },
  {
    id: 'primary-care-without-referring',
    severity: 'error',
    snip: 2,
    fields: ['referringProvider', 'serviceLines.*.referringProvider'],
    source: 'X12 837P 2310A, 2420F NM1*P3',
    summary: 'The primary care provider is a second referring provider: the first one is there.',
    check(draft, _context, report) {
      const message = 'A primary care provider is named, but no referring provider.';
      const fix = 'Move it to the referring provider.';
      if (draft.primaryCareProvider && !draft.referringProvider) report('referringProvider', message, fix);
      draft.serviceLines?.forEach((line, index) => {
        if (line.primaryCareProvider && !line.referringProvider)
          report(linePath(index, 'referringProvider'), message, fix);
      });
    },
  },
];

function isOrdered(line: DraftLine, draft: ClaimDraft): boolean {
  return Boolean(draft.referringProvider || line.referringProvider || line.orderingProvider);
}

const isTherapyPlan = (modifier: string): boolean =>
  modifier === 'GP' || modifier === 'GO' || modifier === 'GN';
