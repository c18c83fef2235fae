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

/** What a code cell says: the code, the modifiers written onto it, and whether nothing beside them is in doubt. */
export interface ProcedureText {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly certain: boolean;
}

const MODIFIER = /^[A-Z0-9]{2}$/;
/** A word that could be a modifier as well as a part of the description: `25`, `GP`, `x2`, never `of`. */
const PERHAPS_MODIFIER = /^(?:[A-Z0-9]{2}|[a-z]\d|\d[a-z])$/;

/**
 * A procedure code alone, with its modifiers (`97110-GP,59`, `99214 25 59`), before its description (`99214-25 Office
 * visit`) or behind it (`Office visit (99214-25)`). What follows the code and may or may not be a modifier (`99214 25
 * min`, `97110-X`), and another code beside it (`97110, 97112`), makes the reading uncertain.
 */
export function procedureIn(text: string): ProcedureText | undefined {
  const trimmed = text.trim();
  const first = /^([A-Z0-9]{5})(?=$|[\s:,;/\-–(])(.*)$/i.exec(trimmed);
  const last = /[\s:\-–(]([A-Z0-9]{5})((?:[-:][^\s()]*)?)\)?$/i.exec(trimmed);
  const match = procedureCode(first?.[1] ?? '') ? first : last;
  const code = procedureCode(match?.[1] ?? '');
  if (!code) return undefined;
  const read = afterCode(match?.[2] ?? '');
  // Of two codes, either may be the line's, or each a line of its own.
  const isOther = (word: string): boolean => (procedureCode(word) ?? code) !== code;
  return { code, ...read, certain: read.certain && !wordsOf(trimmed).some(isOther) };
}

/** The code of `procedureIn` alone. */
export const procedureCodeIn = (text: string): string | undefined => procedureIn(text)?.code;

/** Modifiers glued to the code, and those behind a blank when nothing but modifiers stands there. */
function afterCode(rest: string): Omit<ProcedureText, 'code'> {
  const chunk = /^[-–:]\S+/.exec(rest)?.[0] ?? '';
  const glued = wordsOf(chunk);
  const beside = wordsOf(rest.slice(chunk.length));
  const behind = beside.every((word) => PERHAPS_MODIFIER.test(word)) ? beside : [];
  const modifiers = [...glued, ...behind].map((word) => word.toUpperCase());
  if (!modifiers.every((word) => MODIFIER.test(word)) || modifiers.length > 4)
    return { modifiers: [], certain: false };
  return { modifiers, certain: behind.length > 0 || !PERHAPS_MODIFIER.test(beside[0] ?? '') };
}

const wordsOf = (text: string): string[] => text.split(/[\s,:;/()+&\-–]+/).filter((word) => word !== '');

/** An ICD-10-CM code in capitals with its dot; undefined for anything else, ICD-9 among it. */
export function diagnosisCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (!ICD10.test(code)) return undefined;
  const plain = code.replace('.', '');
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}

/** A diagnosis code as it stood. Without a dot, beside words, it may be none at all: `B12 injection`, `A1C 7.2%`. */
export interface DiagnosisText {
  readonly code: string;
  readonly hasDot: boolean;
  /** Nothing else stood there. */
  readonly isWhole: boolean;
  /** Another code stood there too: `M54.50 Low back pain, I10 Hypertension`. */
  readonly isOneOfSeveral: boolean;
}

/** Within a text a word is meant as a code by its dot, or at the edge of a part of the list. */
const MEANT_AS_CODE =
  /\b[A-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}\b|(?<=[,;/|+&]\s*)\b[A-Z]\d\w{1,5}\b|\b[A-Z]\d\w{1,5}\b(?=\)?\s*(?:[,;/|+&]|$))/gi;

/**
 * A diagnosis code alone, before its description or behind it. Words can have the shape of a code without a dot
 * (`B12 deficiency anaemia D51.9`), so one with a dot outranks it.
 */
export function diagnosisIn(text: string): DiagnosisText | undefined {
  const trimmed = text.trim();
  const whole = diagnosisCode(trimmed);
  if (whole) return { code: whole, hasDot: trimmed.includes('.'), isWhole: true, isOneOfSeveral: false };
  const first = /^([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?=[\s:,;/|\-–])/i.exec(trimmed)?.[1] ?? '';
  const last = /[\s:\-–(]([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)\)?$/i.exec(trimmed)?.[1] ?? '';
  const ranked = last.includes('.') && !first.includes('.') ? [last, first] : [first, last];
  const found = ranked.find((part) => diagnosisCode(part) !== undefined) ?? '';
  const code = diagnosisCode(found);
  if (code === undefined) return undefined;
  const isOneOfSeveral = [...trimmed.matchAll(MEANT_AS_CODE)].some(
    ([word]) => (diagnosisCode(word) ?? code) !== code,
  );
  return { code, hasDot: found.includes('.'), isWhole: false, isOneOfSeveral };
}

/** The code of `diagnosisIn`, where it is the only one. */
export function diagnosisCodeIn(text: string): string | undefined {
  const read = diagnosisIn(text);
  return read?.isOneOfSeveral ? undefined : read?.code;
}

/** The codes of a text that is nothing but codes (`M54.50, I10`), else the one of `diagnosisIn`. */
export function diagnosesIn(text: string): DiagnosisText[] {
  const words = text.split(/[\s,;/|+&]+/).filter((word) => word !== '');
  const codes = words.flatMap((word) => (diagnosisCode(word) ? (diagnosisIn(word) ?? []) : []));
  return codes.length === words.length ? codes : [diagnosisIn(text) ?? []].flat();
}
