/** Which kind of service a visit's benefits are asked for, by its procedure codes: by their ranges alone, as payers group them. */

const RANGES: readonly (readonly [from: string, to: string, serviceType: string])[] = [
  ['90785', '90899', 'MH'],
  ['92507', '92508', 'AF'],
  ['97151', '97158', 'MH'],
  ['97165', '97168', 'AD'],
  ['97010', '97799', 'PT'],
  ['97810', '97814', '64'],
  ['98940', '98943', '33'],
];
export const OFFICE_VISIT = '98';

/** The one kind that all its codes of these ranges share; an office visit where one is among them; else what is `usual` for the practice. */
export function serviceTypeOfVisit(procedureCodes: readonly string[], usual: string = OFFICE_VISIT): string {
  const hasVisit = procedureCodes.some((code) => /^99[2-4]\d\d$/.test(code));
  const kinds = new Set(procedureCodes.flatMap((code) => kindOf(code) ?? []));
  const [kind] = kinds;
  if (hasVisit) return OFFICE_VISIT;
  return kinds.size === 1 && kind !== undefined ? kind : usual;
}

const kindOf = (code: string): string | undefined =>
  /^\d{5}$/.test(code) ? RANGES.find(([from, to]) => code >= from && code <= to)?.[2] : undefined;
