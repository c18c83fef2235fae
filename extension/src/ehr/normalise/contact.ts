/** Phone, state and postal code as X12 wants them. */

/** Ten digits; a leading US country code and an extension are dropped. */
export function phone(text: string): string | undefined {
  const withoutExtension = text.replace(/\s*(?:x|ext\.?|extension)\s*\d+\s*$/i, '');
  if (/[^\d\s().+-]/.test(withoutExtension)) return undefined;
  const digits = withoutExtension.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return /^[2-9]\d{9}$/.test(digits) ? digits : undefined;
}

/** Five digits, or nine with their hyphen dropped. */
export function postalCode(text: string): string | undefined {
  const match = /^(\d{5})(?:-?(\d{4}))?$/.exec(text.trim());
  return match ? `${match[1]}${match[2] ?? ''}` : undefined;
}

/** Two letters, from the abbreviation or the name. */
export function state(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  const index = NAMES.findIndex(([code, full]) => code.toLowerCase() === name || full === name);
  return NAMES[index]?.[0];
}

const NAMES: readonly (readonly [string, string])[] = (
  'AL alabama,AK alaska,AZ arizona,AR arkansas,CA california,CO colorado,CT connecticut,DE delaware,' +
  'DC district of columbia,FL florida,GA georgia,HI hawaii,ID idaho,IL illinois,IN indiana,IA iowa,KS kansas,' +
  'KY kentucky,LA louisiana,ME maine,MD maryland,MA massachusetts,MI michigan,MN minnesota,MS mississippi,' +
  'MO missouri,MT montana,NE nebraska,NV nevada,NH new hampshire,NJ new jersey,NM new mexico,NY new york,' +
  'NC north carolina,ND north dakota,OH ohio,OK oklahoma,OR oregon,PA pennsylvania,RI rhode island,' +
  'SC south carolina,SD south dakota,TN tennessee,TX texas,UT utah,VT vermont,VA virginia,WA washington,' +
  'WV west virginia,WI wisconsin,WY wyoming,PR puerto rico,VI virgin islands,GU guam,AS american samoa,' +
  'MP northern mariana islands'
)
  .split(',')
  .map((entry) => [entry.slice(0, 2), entry.slice(3)] as const);
