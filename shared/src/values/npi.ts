/** True when the text is a National Provider Identifier: 10 digits, first 1 or 2, Luhn over `80840` + number (CMS). */
export function isNpi(text: string): boolean {
  if (text.length !== 10 || (text[0] !== '1' && text[0] !== '2')) return false;
  let sum = LUHN_OF_PREFIX;
  for (let place = 0; place < 10; place++) {
    const digit = text.charCodeAt(place) - ZERO;
    if (digit < 0 || digit > 9) return false;
    const counted = place % 2 === 0 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

const ZERO = 48;
/** What the digits of `80840` add to the sum. */
const LUHN_OF_PREFIX = 24;
