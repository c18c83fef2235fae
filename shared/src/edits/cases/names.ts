/** Cases of families/names.ts. */
import { type EditCase, editCase } from './case.ts';
import { long } from './pieces.ts';

export const namesCases: readonly EditCase[] = [
  editCase(
    'name-length',
    'error',
    'patient.lastName',
    { 'patient.lastName': long(61) },
    { 'patient.lastName': long(60) },
  ),
  editCase(
    'name-length',
    'error',
    'renderingProvider.firstName',
    { 'renderingProvider.firstName': long(36) },
    { 'renderingProvider.firstName': long(35) },
  ),
  editCase(
    'name-length',
    'error',
    'billingProvider.name.organizationName',
    { 'billingProvider.name.organizationName': long(61) },
    {},
  ),
  editCase(
    'name-characters',
    'warning',
    'patient.firstName',
    { 'patient.firstName': 'Marta 2' },
    { 'patient.firstName': 'Éloïse-Marta' },
  ),
  editCase(
    'name-characters',
    'warning',
    'patient.lastName',
    { 'patient.lastName': '*Quintero' },
    { 'patient.lastName': "O'Quintero Jr." },
  ),
];
