/** How pages write a place of service. Part of the vocabulary that a page is handed. */
import { PLACES_OF_SERVICE } from '@claimside/shared/codes';

const CODES = Object.keys(PLACES_OF_SERVICE).join('|');

/** `11`, `11 - Office`, `POS 11`, and without its zero `2`: the first group. `Office (11)`: the second. */
export const PLACE_OF_SERVICE = new RegExp(
  `^(?:(?:pos|place of service)\\W*)?(${CODES.replace(/\b0/g, '0?')})(?:\\s*[-–:].*)?$|\\((${CODES})\\)$`,
  'i',
);
