/** Edits on parts that only some claims have: whole once they are begun, and saying what they can say. */
import {
  AMBULANCE_CONDITION,
  type CodeSet,
  currentSet,
  EPSDT_CONDITION,
  EQUIPMENT_CONDITION,
  holdsCode,
  VISION_CONDITION,
} from '../../codes/index.ts';
import type { Edit, Report } from '../edit.ts';
import { CLAIM_PARTS, LINE_PARTS } from '../tables/parts.ts';
import { eachLine, linePath, pathOfLine } from '../walk.ts';

interface DraftConditions {
  readonly applies?: boolean | undefined;
  readonly codes?: readonly string[] | undefined;
}

export const partEdits: readonly Edit[] = [
  {
    id: 'part-incomplete',
    severity: 'error',
    snip: 2,
    fields: ['**'],
    source:
      'X12 837P 2300, 2400, 2410, 2440: PWK, CN1, HCP, NTE, CR1, CR2, CR3, CRC, SV5, LIN, CTP, MEA, PS1, LQ',
    summary:
      'A part that is there says what it must: attachment, contract, repricing, note, transport, conditions, equipment, drug, measurement, form.',
    check(draft, _context, report) {
      for (const part of CLAIM_PARTS) part.check(draft, '', report);
      const lines = draft.serviceLines;
      if (!lines) return;
      for (let index = 0; index < lines.length; index++) {
        const line = lines[index];
        if (line) for (const part of LINE_PARTS) part.check(line, pathOfLine(index), report);
      }
    },
  },
  {
    id: 'attachment-number',
    severity: 'error',
    snip: 4,
    fields: ['attachments.*.controlNumber', 'serviceLines.*.attachments.*.controlNumber'],
    source: 'X12 837P 2300, 2400 PWK06',
    summary: 'An attachment that is sent has a number by which the payer finds it.',
    check(draft, _context, report) {
      attachments(draft.attachments, 'attachments', report);
      draft.serviceLines?.forEach(({ attachments: ofLine }, index) => {
        attachments(ofLine, linePath(index, 'attachments'), report);
      });
    },
  },
  {
    id: 'condition-code',
    severity: 'error',
    snip: 2,
    fields: [
      'ambulanceConditions.*.codes',
      'visionConditions.*.codes',
      'epsdtReferral.codes',
      'serviceLines.*.ambulanceConditions.*.codes',
      'serviceLines.*.equipmentConditions.codes',
    ],
    source: 'X12 837P 2300, 2400 CRC03 to CRC07',
    summary: 'A condition is of the list for its kind.',
    check(draft, { codeSets }, report) {
      const look = (set: CodeSet, conditions: DraftConditions | undefined, path: string) => {
        const list = currentSet(set, codeSets);
        if (conditions?.codes?.some((code) => !holdsCode(list, code)))
          report(
            `${path}.codes`,
            'A condition is not one of the list for its kind.',
            'Choose from the list.',
          );
      };
      draft.ambulanceConditions?.forEach((each, index) => {
        look(AMBULANCE_CONDITION, each, `ambulanceConditions.${index}`);
      });
      draft.visionConditions?.forEach((each, index) => {
        look(VISION_CONDITION, each, `visionConditions.${index}`);
      });
      if (draft.epsdtReferral) look(EPSDT_CONDITION, draft.epsdtReferral, 'epsdtReferral');
      draft.serviceLines?.forEach((line, index) => {
        line.ambulanceConditions?.forEach((each, which) => {
          look(AMBULANCE_CONDITION, each, linePath(index, `ambulanceConditions.${which}`));
        });
        if (line.equipmentConditions)
          look(EQUIPMENT_CONDITION, line.equipmentConditions, linePath(index, 'equipmentConditions'));
      });
    },
  },
  {
    id: 'epsdt-referral',
    severity: 'warning',
    snip: 4,
    fields: ['epsdtReferral.codes'],
    source: 'X12 837P 2300 CRC*ZZ',
    summary: 'Without a referral after a child screening the only condition is NU, with one it is another.',
    check({ epsdtReferral: referral }, _context, report) {
      if (!referral?.codes?.length || referral.applies === undefined) return;
      const saysNone = referral.codes.includes('NU');
      if (saysNone !== referral.applies && (!saysNone || referral.codes.length === 1)) return;
      report(
        'epsdtReferral.codes',
        referral.applies
          ? 'There was a referral, and the condition says that there was none.'
          : 'There was no referral, and the condition is not NU.',
        'Choose the condition that is true.',
      );
    },
  },
  {
    id: 'equipment-recertification',
    severity: 'error',
    snip: 4,
    fields: ['serviceLines.*.certificationRevisionDate'],
    source: 'X12 837P 2400 CR301, DTP*607',
    summary: 'A renewed or revised certification of equipment goes with its date.',
    check: eachLine(
      ({ equipmentCertification, certificationRevisionDate }, index, _draft, _context, report) => {
        const type = equipmentCertification?.type;
        if ((type === 'R' || type === 'S') && !certificationRevisionDate)
          report(
            linePath(index, 'certificationRevisionDate'),
            'The certification was renewed or revised, and the date of that is missing.',
            'Type it, or say that the certification is the first.',
          );
      },
    ),
  },
];

function attachments(
  list:
    | readonly { readonly transmission?: string | undefined; readonly controlNumber?: string | undefined }[]
    | undefined,
  path: string,
  report: Report,
): void {
  list?.forEach(({ transmission, controlNumber }, index) => {
    if (transmission && transmission !== 'AA' && !controlNumber)
      report(
        `${path}.${index}.controlNumber`,
        'The attachment is sent apart, and has no number by which the payer finds it.',
        'Type the number that stands on it.',
      );
  });
}
