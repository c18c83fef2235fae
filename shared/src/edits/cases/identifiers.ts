/** Cases of families/identifiers.ts. */
import { laboratoryClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { referring, street } from './pieces.ts';

export const identifiersCases: readonly EditCase[] = [
  editCase('npi-check-digit', 'error', 'billingProvider.npi', { 'billingProvider.npi': '1234567890' }, {}),
  editCase('npi-check-digit', 'error', 'billingProvider.npi', { 'billingProvider.npi': '123456789' }, {}),
  editCase(
    'npi-check-digit',
    'error',
    'serviceLines.1.supervisingProvider.npi',
    { 'serviceLines.1.supervisingProvider': { ...referring, npi: '1987654321' } },
    { 'serviceLines.1.supervisingProvider': referring },
  ),
  editCase(
    'npi-check-digit',
    'error',
    'serviceFacility.npi',
    { serviceFacility: { name: 'Annex', npi: '1003000120', address: street } },
    { serviceFacility: { name: 'Annex', npi: '1003000126', address: street } },
  ),
  editCase('tax-id', 'error', 'billingProvider.taxId', { 'billingProvider.taxId': '12-3456789' }, {}),
  editCase(
    'tax-id',
    'error',
    'billingProvider.taxId',
    { 'billingProvider.taxId': '999999999' },
    { 'billingProvider.taxId': '999999998' },
  ),
  editCase(
    'tax-id',
    'error',
    'billingProvider.taxId',
    { 'billingProvider.taxIdKind': 'SY', 'billingProvider.taxId': '900123456' },
    { 'billingProvider.taxIdKind': 'SY', 'billingProvider.taxId': '899123456' },
  ),
  editCase(
    'tax-id-prefix',
    'warning',
    'billingProvider.taxId',
    { 'billingProvider.taxId': '073456789' },
    { 'billingProvider.taxId': '063456789' },
  ),
  editCase(
    'ssn',
    'error',
    'patient.socialSecurityNumber',
    { 'patient.socialSecurityNumber': '000123456' },
    { 'patient.socialSecurityNumber': '001123456' },
  ),
  editCase(
    'ssn',
    'error',
    'patient.socialSecurityNumber',
    { 'patient.socialSecurityNumber': '123004567' },
    { 'patient.socialSecurityNumber': '123014567' },
  ),
  editCase(
    'ssn',
    'error',
    'patient.socialSecurityNumber',
    { 'patient.socialSecurityNumber': '123-45-6789' },
    { 'patient.socialSecurityNumber': '123456789' },
  ),
  editCase(
    'taxonomy-shape',
    'error',
    'renderingProvider.taxonomy',
    { 'renderingProvider.taxonomy': '207Q00000' },
    { 'renderingProvider.taxonomy': '2084P0800X' },
  ),
  editCase(
    'taxonomy-shape',
    'error',
    'billingProvider.taxonomy',
    { 'billingProvider.taxonomy': '207q00000x' },
    {},
  ),
  editCase(
    'clia-shape',
    'error',
    'cliaNumber',
    { cliaNumber: '14-D1234567' },
    { cliaNumber: '05D0123456' },
    { claim: laboratoryClaim },
  ),
  editCase(
    'clia-shape',
    'error',
    'serviceLines.1.referringCliaNumber',
    { 'serviceLines.1.referringCliaNumber': '1234567890' },
    {},
    { claim: laboratoryClaim },
  ),
];
