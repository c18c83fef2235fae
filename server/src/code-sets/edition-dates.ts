/** From when an edition holds, as the names of its files tell. */
import { type IsoDate, isIsoDate } from '@claimside/shared/values';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A fiscal year begins in October before it; the edition of April says so in the name of its package. */
export function icd10Edition(names: readonly string[]): IsoDate | undefined {
  const year = firstMatch(names, /(20\d\d)/)?.[1];
  if (!year) return undefined;
  if (names.some((name) => /april|(^|[^a-z])apr([^a-z]|$)/i.test(name))) return dayOf(year, 4);
  return dayOf(Number(year) - 1, 10);
}

/** `HCPC2026_OCT_ANWEB.txt`, `october-2026-alpha-numeric-hcpcs-file.zip`. */
export function hcpcsEdition(names: readonly string[]): IsoDate | undefined {
  const [, year, month] = firstMatch(names, /HCPC(20\d\d)_([A-Z]{3})/i) ?? [];
  if (year && month) return dayOf(year, MONTHS.indexOf(month.toLowerCase()) + 1);
  const [, name = '', ofYear] = firstMatch(names, /(jan|apr|jul|oct)[a-z]*-(20\d\d)/i) ?? [];
  return ofYear ? dayOf(ofYear, MONTHS.indexOf(name.toLowerCase()) + 1) : undefined;
}

/** `medicare-ncci-2026q4-….zip`; `ccipra-v323r0-f1.txt`, where 32 is 2026 and 0 to 3 are its quarters. */
export function pairEdition(names: readonly string[]): IsoDate | undefined {
  const quarter = quarterOf(names);
  if (quarter) return quarter;
  const [, year, part] = firstMatch(names, /v(\d\d)([0-3])r\d/i) ?? [];
  return year && part ? dayOf(1994 + Number(year), Number(part) * 3 + 1) : undefined;
}

/** `MCR_MUE_PractitionerServices_Eff_10-01-2026.csv`, `medicare-ncci-2026-q4-….zip`. */
export function unitEdition(names: readonly string[]): IsoDate | undefined {
  const [, month, day, year] = firstMatch(names, /Eff_(\d\d)-(\d\d)-(20\d\d)/i) ?? [];
  if (month && day && year) return validDay(`${year}-${month}-${day}`);
  return quarterOf(names);
}

function quarterOf(names: readonly string[]): IsoDate | undefined {
  const [, year, quarter] = firstMatch(names, /(20\d\d)-?q([1-4])/i) ?? [];
  return year && quarter ? dayOf(year, Number(quarter) * 3 - 2) : undefined;
}

function firstMatch(names: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
  for (const name of names) {
    const match = pattern.exec(name);
    if (match) return match;
  }
  return undefined;
}

function dayOf(year: number | string, month: number): IsoDate | undefined {
  return validDay(`${year}-${String(month).padStart(2, '0')}-01`);
}

function validDay(text: string): IsoDate | undefined {
  return isIsoDate(text) ? text : undefined;
}
