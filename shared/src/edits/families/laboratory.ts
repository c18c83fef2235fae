/** Edits on laboratory tests and mammography: certificates. */
import type { Edit } from '../edit.ts';
import { isMedicare } from '../payer-kinds.ts';
import { isIn, MAMMOGRAPHY, PATHOLOGY_AND_LABORATORY } from '../tables/procedures.ts';
import { eachLine, linePath } from '../walk.ts';
import { wantsClia } from '../wants-clia.ts';

export const laboratoryEdits: readonly Edit[] = [
  {
    id: 'clia-needed',
    severity: 'warning',
    snip: 6,
    fields: ['serviceLines.*.cliaNumber'],
    source: 'CMS, CLIA edits; X12 837P REF*X4',
    summary:
      'A laboratory test for Medicare, and one marked as waived (QW) for anyone, carries the CLIA number.',
    check: eachLine((line, index, draft, _context, report) => {
      if (line.cliaNumber || draft.cliaNumber || !wantsClia(line, draft.coverage)) return;
      report(
        linePath(index, 'cliaNumber'),
        'The laboratory test needs the CLIA number of who did it.',
        'Type it from the certificate; one that stands at the location in Options fills itself in.',
      );
    }),
  },
  {
    id: 'clia-referring',
    severity: 'warning',
    snip: 6,
    fields: ['serviceLines.*.referringCliaNumber'],
    source: 'CMS, CLIA edits; X12 837P 2400 REF*F4',
    summary:
      'A test that another laboratory did (90) for Medicare carries the CLIA number of that laboratory, too.',
    check: eachLine(
      ({ procedureCode, modifiers, referringCliaNumber }, index, { coverage }, _context, report) => {
        if (!isMedicare(coverage) || referringCliaNumber || !modifiers?.includes('90')) return;
        if (procedureCode && isIn(procedureCode, PATHOLOGY_AND_LABORATORY))
          report(
            linePath(index, 'referringCliaNumber'),
            'Another laboratory did the test, and its CLIA number is missing.',
            'Type it from the report of that laboratory.',
          );
      },
    ),
  },
  {
    id: 'mammography-certificate',
    severity: 'warning',
    snip: 6,
    fields: ['serviceLines.*.mammographyCertificationNumber'],
    source: 'CMS, Claims Processing Manual ch. 18 §20; X12 837P REF*EW',
    summary:
      'A mammography for Medicare, unless only read (26), carries the certification number of the facility.',
    check: eachLine((line, index, draft, _context, report) => {
      if (!isMedicare(draft.coverage) || !line.procedureCode || !isIn(line.procedureCode, MAMMOGRAPHY))
        return;
      if (line.mammographyCertificationNumber || draft.mammographyCertificationNumber) return;
      if (!line.modifiers?.includes('26'))
        report(
          linePath(index, 'mammographyCertificationNumber'),
          'Medicare wants the certification number of the mammography facility.',
          'Type it from the certificate of the FDA.',
        );
    }),
  },
];
