/** Cases of families/providers.ts. */
import { drugClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { referring } from './pieces.ts';

export const providersCases: readonly EditCase[] = [
  editCase(
    'provider-incomplete',
    'error',
    'referringProvider.npi',
    { referringProvider: { lastName: 'Referrer' } },
    {
      referringProvider: {
        lastName: 'Referrer',
        firstName: 'Rita',
        secondaryIds: [{ qualifier: '0B', value: 'IL77' }],
      },
    },
  ),
  editCase(
    'provider-incomplete',
    'error',
    'renderingProvider.firstName',
    { 'renderingProvider.firstName': undefined },
    { renderingProvider: { organizationName: 'Imaginary Lab', npi: '1003000126' } },
  ),
  editCase(
    'provider-incomplete',
    'error',
    'serviceLines.0.purchasedServiceProvider.npi',
    { 'serviceLines.0.purchasedServiceProvider': { organizationName: 'Imaginary Lab' } },
    { 'serviceLines.0.purchasedServiceProvider': { npi: '1003000126' } },
  ),
  editCase(
    'rendering-is-billing',
    'repaired',
    'renderingProvider',
    { 'renderingProvider.npi': '1234567893' },
    {},
  ),
  editCase(
    'facility-is-billing',
    'repaired',
    'serviceFacility',
    {
      serviceFacility: {
        name: 'Sample Clinic',
        address: { line1: '1 Example Street', city: 'Springfield', state: 'IL', postalCode: '627010001' },
      },
    },
    {
      serviceFacility: {
        name: 'Sample Clinic',
        address: {
          line1: '1 Example Street',
          line2: 'Suite 2',
          city: 'Springfield',
          state: 'IL',
          postalCode: '627010001',
        },
      },
    },
  ),
  editCase(
    'line-rendering-is-claims',
    'repaired',
    'serviceLines.0.renderingProvider',
    { 'serviceLines.0.renderingProvider': { lastName: 'Halvorsen', firstName: 'Ingrid', npi: '1245319599' } },
    { 'serviceLines.0.renderingProvider': referring },
  ),
  editCase(
    'supervising-is-rendering',
    'warning',
    'supervisingProvider',
    { supervisingProvider: { ...referring, npi: '1245319599' } },
    { supervisingProvider: referring },
  ),
  editCase(
    'rendering-needed',
    'warning',
    'renderingProvider',
    { renderingProvider: undefined },
    { renderingProvider: undefined, 'serviceLines.0.renderingProvider': referring },
  ),
  editCase(
    'purchased-service-provider',
    'error',
    'serviceLines.0.purchasedServiceProvider',
    { 'serviceLines.0.purchasedService': { providerId: '7', chargeAmount: 100 } },
    {
      'serviceLines.0.purchasedService': { providerId: '7', chargeAmount: 100 },
      'serviceLines.0.purchasedServiceProvider': { npi: '1003000126' },
    },
  ),
  editCase(
    'rendering-needed',
    'warning',
    'renderingProvider',
    { renderingProvider: undefined, 'serviceLines.0.procedureCode': '99203' },
    { renderingProvider: undefined, 'serviceLines.0.procedureCode': '20610' },
    { claim: { ...drugClaim } },
  ),
];
