/** Cases of families/code-lists.ts. */
import { type EditCase, editCase } from './case.ts';
import { first, known } from './pieces.ts';

export const codeListsCases: readonly EditCase[] = [
  editCase(
    'diagnosis-listed',
    'warning',
    'diagnoses.0.code',
    { 'diagnoses.0.code': 'M54' },
    {},
    known({ diagnosis: (code) => (code === 'M54' ? 'header' : 'valid') }),
  ),
  editCase(
    'diagnosis-listed',
    'warning',
    'diagnoses.1.code',
    { 'diagnoses.1.code': 'I99.77' },
    {},
    known({ diagnosis: (code) => (code === 'I99.77' ? 'unknown' : undefined) }),
  ),
  editCase(
    'procedure-listed',
    'warning',
    first('procedureCode'),
    { [first('procedureCode')]: 'J9999' },
    { [first('procedureCode')]: '99999' },
    known({ procedure: () => 'unknown' }),
  ),
  editCase(
    'procedure-listed',
    'warning',
    first('procedureCode'),
    { [first('procedureCode')]: '99201' },
    {},
    known({ procedure: (code) => (code === '99201' ? 'not-in-force' : 'valid') }),
  ),
  editCase(
    'modifier-listed',
    'warning',
    'serviceLines.1.modifiers',
    { 'serviceLines.1.modifiers': ['ZQ'] },
    {},
    known({ modifier: (code) => (code === 'ZQ' ? 'unknown' : undefined) }),
  ),
  ...['A4649', 'L8699'].map((code) =>
    editCase(
      'description-needed',
      'warning',
      'serviceLines.1.description',
      { 'serviceLines.1.procedureCode': code },
      { 'serviceLines.1.procedureCode': code, 'serviceLines.1.description': 'INVENTED SUPPLY' },
    ),
  ),
  editCase(
    'description-needed',
    'warning',
    'serviceLines.0.description',
    { 'serviceLines.0.procedureCode': '97039', 'serviceLines.0.description': 'Unlisted modality' },
    { 'serviceLines.0.procedureCode': '97039', 'serviceLines.0.description': 'INVENTED WARMTH 15 MIN' },
  ),
  editCase(
    'description-needed',
    'warning',
    'serviceLines.0.description',
    { 'serviceLines.0.procedureCode': 'Q4051' },
    { 'serviceLines.0.procedureCode': 'Q4052' },
    known({ describe: (_list, code) => (code === 'Q4051' ? 'Supplies, miscellaneous' : 'Other words') }),
  ),
];
