/** What a page truly says, written down by a person: what every reading of it is held against. */
import type { CaptureField } from '@claimside/shared/capture';

/** Values in the form of a capture: ISO dates, `185.00`, codes with their dot. */
export interface Truth {
  readonly fields: Partial<Record<CaptureField, string>>;
  /** In the claim's order. */
  readonly diagnoses: readonly string[];
  readonly lines: readonly TrueLine[];
}

export interface TrueLine {
  readonly procedureCode: string;
  readonly modifiers?: readonly string[];
  readonly units?: string;
  readonly unitPrice?: string;
  readonly chargeAmount?: string;
  /** What the line points at, as codes. */
  readonly diagnosisCodes?: readonly string[];
  readonly serviceDate?: string;
  readonly serviceDateEnd?: string;
  readonly placeOfService?: string;
  /** NDC, quantity and unit. */
  readonly drug?: readonly string[];
}

/** One thing that a page says or a reader shows: `lines.2.units` = `1`. */
export type Facts = ReadonlyMap<string, string>;

/**
 * The truth as facts. Lines are known by their code and how often it came before, so that a line that is missed is one
 * miss and not a shift of all others.
 */
export function factsOf({ fields, diagnoses, lines }: Truth): Facts {
  const facts = new Map<string, string>(Object.entries(fields));
  for (const [index, code] of diagnoses.entries()) facts.set(`diagnoses.${index + 1}`, code);
  const nameOf = lineNames();
  for (const { procedureCode, ...parts } of lines) {
    const name = nameOf(procedureCode);
    facts.set(`${name}.procedureCode`, procedureCode);
    for (const [part, value] of Object.entries(parts)) {
      const text = typeof value === 'string' ? value : value.join(' ');
      if (text !== '') facts.set(`${name}.${part}`, text);
    }
  }
  return facts;
}

/** `lines.99213#1`, then `lines.99213#2`. */
export function lineNames(): (code: string) => string {
  const seen = new Map<string, number>();
  return (code) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return `lines.${code}#${count}`;
  };
}

/** The kind of a fact, for one row of the scorecard: `lines.units`, `patient.birthDate`, `diagnoses`. */
export function kindOf(fact: string): string {
  return fact.replace(/^(diagnoses)\.\d+$/, '$1').replace(/^lines\.[^.]+\./, 'lines.');
}
