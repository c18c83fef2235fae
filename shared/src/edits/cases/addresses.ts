/** Cases of families/addresses.ts. */
import { dependentClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { long } from './pieces.ts';

export const addressesCases: readonly EditCase[] = [
  editCase(
    'address',
    'error',
    'patient.address.state',
    { 'patient.address.state': 'QQ' },
    { 'patient.address.state': 'PR' },
  ),
  editCase(
    'address',
    'error',
    'patient.address.postalCode',
    { 'patient.address.postalCode': '6270A' },
    { 'patient.address.postalCode': '627041234' },
  ),
  editCase(
    'address',
    'error',
    'patient.address.country',
    { 'patient.address.country': 'QX' },
    { 'patient.address': { line1: '1 Invented Lane', city: 'Nowhere', country: 'MX', postalCode: 'ABC 1' } },
  ),
  editCase('address', 'error', 'patient.address.country', { 'patient.address.country': 'US' }, {}),
  editCase(
    'address',
    'error',
    'patient.address.line1',
    { 'patient.address.line1': long(56) },
    { 'patient.address.line1': long(55) },
  ),
  editCase(
    'address',
    'error',
    'payToAddress.state',
    { payToAddress: { line1: '1 Way', city: 'Toronto', state: 'TX', postalCode: 'K1A0B1', country: 'CA' } },
    { payToAddress: { line1: '1 Way', city: 'Toronto', state: 'ON', postalCode: 'K1A0B1', country: 'CA' } },
  ),
  editCase(
    'address-incomplete',
    'error',
    'subscriber.address.city',
    { 'subscriber.address': { line1: '1 Invented Lane', state: 'IL', postalCode: '62704' } },
    { 'subscriber.address': {} },
    { claim: dependentClaim },
  ),
  editCase(
    'address-incomplete',
    'error',
    'payToAddress.postalCode',
    { payToAddress: { line1: 'PO Box 9', city: 'Springfield', state: 'IL' } },
    { payToAddress: { line1: 'PO Box 9', city: 'Paris', country: 'FR' } },
  ),
  ...['P.O. Box 12', 'PO BOX 12', 'POB 12', 'Post Office Box 1', 'P O Box 7'].map((line1) =>
    editCase(
      'po-box',
      'error',
      'billingProvider.address.line1',
      { 'billingProvider.address.line1': line1 },
      { 'billingProvider.address.line1': '12 Boxwood Street' },
    ),
  ),
  editCase(
    'practice-zip',
    'error',
    'billingProvider.address.postalCode',
    { 'billingProvider.address.postalCode': '62701' },
    {},
  ),
  editCase(
    'practice-zip',
    'error',
    'billingProvider.address.postalCode',
    { 'billingProvider.address.postalCode': '62701-0001' },
    {},
  ),
  editCase(
    'zip-extension',
    'warning',
    'billingProvider.address.postalCode',
    { 'billingProvider.address.postalCode': '627010000' },
    { 'billingProvider.address.postalCode': '627019998' },
  ),
  editCase('phone', 'error', 'patient.phone', { 'patient.phone': '555' }, { 'patient.phone': '2175550199' }),
  editCase(
    'phone',
    'error',
    'billingProvider.contactPhone',
    { 'billingProvider.contactPhone': '(217) 555-0100' },
    {},
  ),
];
