/** Cases of families/diagnoses.ts. */
import { type EditCase, editCase } from './case.ts';
import { first } from './pieces.ts';

export const diagnosesCases: readonly EditCase[] = [
  editCase(
    'diagnosis-count',
    'error',
    'diagnoses.12.code',
    { diagnoses: Array.from({ length: 13 }, (_, i) => ({ code: `A${10 + i}` })) },
    { diagnoses: Array.from({ length: 12 }, (_, i) => ({ code: `A${10 + i}` })) },
  ),
  editCase(
    'icd-10-shape',
    'error',
    'diagnoses.0.code',
    { 'diagnoses.0.code': '250.00' },
    { 'diagnoses.0.code': 'C7A.1' },
  ),
  editCase(
    'icd-10-shape',
    'error',
    'diagnoses.0.code',
    { 'diagnoses.0.code': 'm54.50' },
    { 'diagnoses.0.code': 'M5450' },
  ),
  editCase(
    'icd-10-shape',
    'error',
    'diagnoses.1.code',
    { 'diagnoses.1.code': 'QQQQQ' },
    { 'diagnoses.1.code': 'U07.1' },
  ),
  editCase(
    'icd-10-shape',
    'error',
    'diagnoses.0.code',
    { diagnoses: [{ code: 'M54.50', codeSet: 'ICD-9-CM' }] },
    { diagnoses: [{ code: '724.2', codeSet: 'ICD-9-CM' }] },
  ),
  editCase(
    'icd-version',
    'error',
    'diagnoses.0.code',
    { diagnoses: [{ code: '724.2', codeSet: 'ICD-9-CM' }] },
    {},
  ),
  editCase(
    'icd-version',
    'error',
    'diagnoses.0.code',
    { [first('serviceDate')]: '2015-09-30' },
    { [first('serviceDate')]: '2015-10-01' },
  ),
  editCase(
    'diagnosis-repeated',
    'error',
    'diagnoses.2.code',
    { 'diagnoses.2.code': 'm5450' },
    { 'diagnoses.2.code': 'M54.51' },
  ),
  editCase(
    'external-cause-first',
    'error',
    'diagnoses.0.code',
    { 'diagnoses.0.code': 'W19.XXXA' },
    { 'diagnoses.1.code': 'W19.XXXA', 'serviceLines.0.diagnosisPointers': [3, 2] },
  ),
  editCase(
    'external-cause-pointer',
    'warning',
    'serviceLines.0.diagnosisPointers',
    { 'diagnoses.1.code': 'Y92.009' },
    { 'diagnoses.1.code': 'Y92.009', 'serviceLines.0.diagnosisPointers': [3, 2] },
  ),
  editCase(
    'diagnosis-age',
    'warning',
    'diagnoses.1.code',
    { 'diagnoses.1.code': 'Z00.129' },
    { 'diagnoses.1.code': 'Z00.129', 'patient.birthDate': '2009-11-16' },
  ),
  editCase(
    'diagnosis-age',
    'warning',
    'diagnoses.1.code',
    { 'diagnoses.1.code': 'Z00.110' },
    { 'diagnoses.1.code': 'Z00.00' },
  ),
  editCase(
    'diagnosis-sex',
    'warning',
    'diagnoses.1.code',
    { 'diagnoses.1.code': 'O09.90', 'patient.sex': 'M' },
    { 'diagnoses.1.code': 'O09.90', 'patient.sex': 'U' },
  ),
];
