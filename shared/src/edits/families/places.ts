/** Edits on places of service: known, and one where such a service can be given. */
import { currentSet, holdsCode, PLACE_OF_SERVICE } from '../../codes/index.ts';
import type { Edit, Report } from '../edit.ts';
import { WRONG_PLACES } from '../tables/places.ts';
import { HANDS_ON, isIn } from '../tables/procedures.ts';
import { type DraftLine, eachLine, linePath } from '../walk.ts';

export const placeEdits: readonly Edit[] = [
  {
    id: 'place-of-service',
    severity: 'error',
    snip: 5,
    fields: ['placeOfService', 'serviceLines.*.placeOfService'],
    source: 'CMS, place of service codes; X12 837P CLM05-1, SV105',
    summary: 'A place of service is of the list.',
    check({ placeOfService, serviceLines: lines }, { codeSets }, report) {
      const set = currentSet(PLACE_OF_SERVICE, codeSets);
      if (placeOfService && !holdsCode(set, placeOfService)) unknownPlace('placeOfService', report);
      if (!lines) return;
      for (let index = 0; index < lines.length; index++) {
        const place = lines[index]?.placeOfService;
        if (place && !holdsCode(set, place)) unknownPlace(linePath(index, 'placeOfService'), report);
      }
    },
  },
  {
    id: 'line-place-is-claims',
    severity: 'repaired',
    snip: 4,
    fields: ['serviceLines.*.placeOfService'],
    source: 'X12 837P 2400 SV105',
    summary: "A line's place of service is only sent when it is not the claim's.",
    check: eachLine(({ placeOfService }, index, draft, _context, report) => {
      if (placeOfService && placeOfService === draft.placeOfService)
        report(
          linePath(index, 'placeOfService'),
          "The line's place of service is the claim's, and is not sent a second time.",
          'Nothing to do.',
          [{ path: linePath(index, 'placeOfService') }],
        );
    }),
  },
  {
    id: 'procedure-place',
    severity: 'warning',
    snip: 6,
    fields: ['placeOfService', 'serviceLines.*.placeOfService'],
    source: 'CMS, Claims Processing Manual ch. 12 §30.6; CPT',
    summary:
      'A hospital, emergency, nursing facility or home visit was not given at a place where there is none.',
    check: eachLine((line, index, draft, _context, report) => {
      const { procedureCode } = line;
      const place = line.placeOfService || draft.placeOfService;
      if (!procedureCode || !place || procedureCode[0] !== '9') return;
      for (const { codes, notAt, message } of WRONG_PLACES)
        if (isIn(procedureCode, codes) && notAt.includes(place))
          report(placePath(line, index), message, 'Correct the place of service or the code.');
    }),
  },
  {
    id: 'telehealth-hands-on',
    severity: 'warning',
    snip: 6,
    fields: ['placeOfService', 'serviceLines.*.placeOfService'],
    source: 'CMS, place of service 02 and 10',
    summary: 'A service that needs hands on the patient was not given by telehealth.',
    check: eachLine((line, index, draft, _context, report) => {
      const { procedureCode } = line;
      if (
        procedureCode &&
        isTelehealth(line.placeOfService || draft.placeOfService) &&
        isIn(procedureCode, HANDS_ON)
      )
        report(
          placePath(line, index),
          'The place of service is telehealth, and this service needs hands on the patient.',
          'Correct the place of service or the code.',
        );
    }),
  },
  {
    id: 'telehealth-modifier',
    severity: 'warning',
    snip: 7,
    fields: ['serviceLines.*.modifiers'],
    source: "The practice's facts about the payer",
    summary: 'A telehealth line carries the modifier that the payer wants.',
    check: eachLine((line, index, draft, { payer }, report) => {
      const wanted = payer?.telehealthModifier;
      if (!wanted || !isTelehealth(line.placeOfService || draft.placeOfService)) return;
      if (!line.modifiers?.includes(wanted))
        report(
          linePath(index, 'modifiers'),
          `This payer wants modifier ${wanted} on telehealth.`,
          'Add it, or correct the place of service.',
        );
    }),
  },
];

function unknownPlace(path: string, report: Report): void {
  report(
    path,
    'The place of service is not one of the two-digit codes.',
    'Choose where the patient was seen.',
  );
}

/** Where a wrong place is to be put right. */
const placePath = (line: DraftLine, index: number): string =>
  line.placeOfService ? linePath(index, 'placeOfService') : 'placeOfService';

const isTelehealth = (place: string | undefined): boolean => place === '02' || place === '10';
