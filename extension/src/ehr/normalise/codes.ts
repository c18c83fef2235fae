/** Procedure and diagnosis codes by their shape. Shape alone proves nothing for five digits: a column or label must agree. */

/** CPT: four digits and a digit, or F, T, U, M, A (category II, III, lab, multianalyte, vaccine administration). */
const CPT = /^\d{4}[0-9AFMTU]$/;
/** HCPCS level II without the dental D codes, which are not for a professional claim. */
const HCPCS = /^[A-CE-V]\d{4}$/;
const ICD10 = /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/;

/** A procedure code in capitals; undefined for anything else. */
export function procedureCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return CPT.test(code) || HCPCS.test(code) ? code : undefined;
}

/** A procedure code alone, before its description (`99214 Office visit`, `97110-GP`) or behind it (`Office visit 99214`). */
export function procedureCodeIn(text: string): string | undefined {
  const whole = procedureCode(text);
  if (whole) return whole;
  const first = /^([A-Z0-9]{5})(?=[\s:,\-–])/i.exec(text.trim())?.[1];
  const last = /[\s:\-–(]([A-Z0-9]{5})\)?$/i.exec(text.trim())?.[1];
  return procedureCode(first ?? '') ?? procedureCode(last ?? '');
}

/** An ICD-10-CM code in capitals with its dot; undefined for anything else, ICD-9 among it. */
export function diagnosisCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (!ICD10.test(code)) return undefined;
  const plain = code.replace('.', '');
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}

/**
 * A diagnosis code alone, before its description or behind it. Words can have the shape of a code without a dot
 * (`B12 deficiency anaemia D51.9`), so one with a dot outranks it.
 */
export function diagnosisCodeIn(text: string): string | undefined {
  const whole = diagnosisCode(text);
  if (whole) return whole;
  const first = /^([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?=[\s:,\-–])/i.exec(text.trim())?.[1] ?? '';
  const last = /[\s:\-–(]([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)\)?$/i.exec(text.trim())?.[1] ?? '';
  const ranked = last.includes('.') && !first.includes('.') ? [last, first] : [first, last];
  return diagnosisCode(ranked[0] ?? '') ?? diagnosisCode(ranked[1] ?? '');
}
