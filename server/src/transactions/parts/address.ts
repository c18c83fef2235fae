/** Postal addresses (N3, N4). */
import type { Address } from '@claimside/shared/claim';
import type { Segment, SegmentToWrite } from '../../x12/index.ts';

export const NO_ADDRESS: Address = { line1: '', city: '', state: '', postalCode: '' };

export function writeAddress(address: Address): SegmentToWrite[] {
  return [
    ['N3', address.line1, address.line2],
    ['N4', address.city, address.state, address.postalCode],
  ];
}

/** Adds what an N3 or N4 says to an address. */
export function readAddressPart(address: Address, segment: Segment): Address {
  if (segment.id === 'N4') {
    const [city, state, postalCode] = [segment.element(1), segment.element(2), segment.element(3)];
    return { ...address, city, state, postalCode };
  }
  const line2 = segment.element(2);
  return { ...address, line1: segment.element(1), ...(line2 === '' ? {} : { line2 }) };
}
