/** Edits on ambulance claims: the transport, where from, where to. */
import type { ClaimDraft } from '../../claim/index.ts';
import type { Edit } from '../edit.ts';
import { isMedicare } from '../payer-kinds.ts';
import { AMBULANCE, AMBULANCE_WITHOUT_TRANSPORT, isIn } from '../tables/procedures.ts';
import { eachLine, linePath } from '../walk.ts';

/** First from where, then to where; X is only a stop on the way. */
const FROM_TO = /^[DEGHIJNPRS][DEGHIJNPRSX]$/;

export const ambulanceEdits: readonly Edit[] = [
  {
    id: 'ambulance-transport',
    severity: 'error',
    snip: 4,
    fields: ['ambulance'],
    source: 'X12 837P 2300, 2400 CR1',
    summary: 'An ambulance claim (place of service 41 or 42) describes the transport.',
    check(draft, _context, report) {
      if (isAmbulance(draft) && !draft.ambulance && !draft.serviceLines?.some((line) => line.ambulance))
        report(
          'ambulance',
          'The place of service is an ambulance, and the transport is not described.',
          'Add why the patient was brought and how far.',
        );
    },
  },
  {
    id: 'ambulance-places',
    severity: 'error',
    snip: 4,
    fields: ['ambulancePickUp', 'ambulanceDropOff'],
    source: 'X12 837P 2310E, 2310F',
    summary:
      'An ambulance claim says where the patient was picked up and, when there was a transport, set down.',
    check(draft, _context, report) {
      const { serviceLines: lines = [] } = draft;
      if (!isAmbulance(draft)) return;
      if (!draft.ambulancePickUp && !lines.some((line) => line.ambulancePickUp))
        report(
          'ambulancePickUp',
          'Where the ambulance picked the patient up is missing.',
          'Type the address.',
        );
      if (lines.every((line) => line.procedureCode === AMBULANCE_WITHOUT_TRANSPORT)) return;
      if (!draft.ambulanceDropOff && !lines.some((line) => line.ambulanceDropOff))
        report(
          'ambulanceDropOff',
          'Where the ambulance brought the patient is missing.',
          'Type the address.',
        );
    },
  },
  {
    id: 'ambulance-conditions',
    severity: 'error',
    snip: 4,
    fields: ['ambulance'],
    source: 'X12 837P 2300, 2400 CRC*07, CR1',
    summary: 'Conditions of a transport go with a transport.',
    check(draft, _context, report) {
      if (draft.ambulance || draft.serviceLines?.some((line) => line.ambulance)) return;
      if (draft.ambulanceConditions || draft.serviceLines?.some((line) => line.ambulanceConditions))
        if (!isAmbulance(draft))
          report(
            'ambulance',
            'There are conditions of an ambulance transport, and no transport.',
            'Describe the transport, or clear the conditions.',
          );
    },
  },
  {
    id: 'ambulance-from-to',
    severity: 'warning',
    snip: 6,
    fields: ['serviceLines.*.modifiers'],
    source: 'CMS, Claims Processing Manual ch. 15 §30',
    summary: 'An ambulance line for Medicare says by its modifier from where to where.',
    check: eachLine(({ procedureCode, modifiers }, index, { coverage }, _context, report) => {
      if (!isMedicare(coverage) || !procedureCode || !isIn(procedureCode, AMBULANCE)) return;
      if (!modifiers?.some((modifier) => FROM_TO.test(modifier)))
        report(
          linePath(index, 'modifiers'),
          'Medicare wants a modifier that says from where to where, such as RH.',
          'Add the letters of origin and destination.',
        );
    }),
  },
];

function isAmbulance({ placeOfService, serviceLines }: ClaimDraft): boolean {
  if (isAmbulancePlace(placeOfService)) return true;
  return serviceLines?.some((line) => isAmbulancePlace(line.placeOfService)) ?? false;
}

const isAmbulancePlace = (place: string | undefined): boolean => place === '41' || place === '42';
