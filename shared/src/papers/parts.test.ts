/** Who stands on papers, as the practice wants to be called and reached. */
import { expect, test } from 'vitest';
import { exampleClaim, examplePractice } from '../examples/index.ts';
import { practiceHead, renderedBy } from './parts.ts';

const [provider] = examplePractice.providers;
const [location] = examplePractice.locations;

test('credentials stand behind the name of who treated', () => {
  if (!provider) throw new Error('no provider');
  const practice = { ...examplePractice, providers: [{ ...provider, credentials: 'DC' }] };
  expect(renderedBy(exampleClaim, practice).name).toBe(`${renderedBy(exampleClaim, null).name}, DC`);
});

test('the phone and hours are those of the visit’s location, else the practice’s phone', () => {
  if (!location) throw new Error('no location');
  const reached = { ...location, phone: '2175550177', hours: 'Monday to Friday, 9 to 5' };
  const practice = { ...examplePractice, locations: [reached] };
  expect(practiceHead(exampleClaim, practice)).toMatchObject({
    phone: '2175550177',
    hours: 'Monday to Friday, 9 to 5',
  });
  const elsewhere = { ...exampleClaim, placeOfService: '12' };
  expect(practiceHead(elsewhere, practice)).toMatchObject({
    phone: exampleClaim.billingProvider.contactPhone,
    hours: undefined,
  });
});
