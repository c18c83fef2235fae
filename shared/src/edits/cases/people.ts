/** Cases of families/people.ts. */
import { dependentClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';

export const peopleCases: readonly EditCase[] = [
  editCase(
    'birth-date',
    'error',
    'patient.birthDate',
    { 'patient.birthDate': '2026-11-23' },
    { 'patient.birthDate': '2026-11-16' },
  ),
  editCase(
    'birth-date',
    'error',
    'patient.birthDate',
    { 'patient.birthDate': '1906-11-22' },
    { 'patient.birthDate': '1906-11-23' },
  ),
  editCase('birth-date', 'error', 'patient.birthDate', { 'patient.birthDate': '04/12/1978' }, {}),
  editCase(
    'birth-date',
    'error',
    'subscriber.birthDate',
    { 'subscriber.birthDate': '1878-01-01' },
    { 'subscriber.birthDate': undefined },
    { claim: dependentClaim },
  ),
  editCase(
    'death-date',
    'error',
    'patient.dateOfDeath',
    { 'patient.dateOfDeath': '1978-04-11' },
    { 'patient.dateOfDeath': '2026-11-20' },
  ),
  editCase('death-date', 'error', 'patient.dateOfDeath', { 'patient.dateOfDeath': '2026-11-23' }, {}),
  editCase('sex', 'error', 'patient.sex', { 'patient.sex': 'X' }, { 'patient.sex': 'U' }),
  editCase(
    'birth-date-with-sex',
    'error',
    'subscriber.birthDate',
    { 'subscriber.birthDate': undefined },
    { 'subscriber.birthDate': undefined, 'subscriber.sex': undefined },
    { claim: dependentClaim },
  ),
  editCase(
    'birth-date-with-sex',
    'error',
    'subscriber.sex',
    { 'subscriber.sex': undefined },
    {},
    { claim: dependentClaim },
  ),
  editCase(
    'pregnancy-sex',
    'warning',
    'patient.isPregnant',
    { 'patient.isPregnant': true, 'patient.sex': 'M' },
    { 'patient.isPregnant': true },
  ),
];
