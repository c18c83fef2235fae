/** Cases of families/service-lines.ts. */
import { type EditCase, editCase } from './case.ts';
import { first, line } from './pieces.ts';

const diagnoses = (...codes: string[]) => codes.map((code) => ({ code }));

export const serviceLinesCases: readonly EditCase[] = [
  editCase(
    'line-count',
    'error',
    'serviceLines',
    { serviceLines: Array.from({ length: 51 }, (_, i) => line({ procedureCode: String(20000 + i) })) },
    { serviceLines: Array.from({ length: 50 }, (_, i) => line({ procedureCode: String(20000 + i) })) },
  ),
  editCase(
    'procedure-code-shape',
    'error',
    first('procedureCode'),
    { [first('procedureCode')]: '9921' },
    { [first('procedureCode')]: '0001U' },
  ),
  editCase(
    'procedure-code-shape',
    'error',
    first('procedureCode'),
    { [first('procedureCode')]: 'j1030' },
    { [first('procedureCode')]: 'J1030' },
  ),
  editCase(
    'dental-code',
    'warning',
    first('procedureCode'),
    { [first('procedureCode')]: 'D0120' },
    { [first('procedureCode')]: 'C9399' },
  ),
  editCase(
    'diagnosis-pointers',
    'error',
    first('diagnosisPointers'),
    { [first('diagnosisPointers')]: [4] },
    { [first('diagnosisPointers')]: [3] },
  ),
  editCase(
    'diagnosis-pointers',
    'error',
    first('diagnosisPointers'),
    { [first('diagnosisPointers')]: [2, 2] },
    { [first('diagnosisPointers')]: [2, 1] },
  ),
  editCase(
    'diagnosis-pointers',
    'error',
    first('diagnosisPointers'),
    {
      [first('diagnosisPointers')]: [1, 2, 3, 4, 5],
      diagnoses: diagnoses('A10', 'A11', 'A12', 'A13', 'A14'),
    },
    { [first('diagnosisPointers')]: [1, 2, 3, 4], diagnoses: diagnoses('A10', 'A11', 'A12', 'A13', 'A14') },
  ),
  editCase(
    'procedure-age',
    'warning',
    first('procedureCode'),
    { [first('procedureCode')]: '99395' },
    { [first('procedureCode')]: '99396' },
  ),
  editCase(
    'procedure-age',
    'warning',
    first('procedureCode'),
    { [first('procedureCode')]: '90460', [first('modifiers')]: [] },
    { [first('procedureCode')]: '90471', [first('modifiers')]: [] },
  ),
];
