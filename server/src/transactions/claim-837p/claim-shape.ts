/** JSON from outside as a claim: what has another type than a claim's, and codes in small letters, which become capitals. */
import type { ClaimDraft } from '@claimside/shared/claim';
import { isIsoDate } from '@claimside/shared/values';
import { isFields } from '../guide/fields.ts';
import { below, CLAIM, fits, formsOf, misformOf, type Shape } from './claim-schema.ts';

export interface ShapeFault {
  readonly keys: readonly string[];
  /** `must be whole cents, such as …`, `is too large: …`. */
  readonly message: string;
}

/**
 * What keeps JSON from being a draft of any state: other types than a claim has, and dates in another form. Values may be
 * wrong otherwise, and names unknown: what is not written of them tells it.
 */
export function shapeFaults(value: unknown): readonly ShapeFault[] {
  return faultsAt(value, formsOf(CLAIM), []);
}

/** Of several forms, the one that is nearest. */
function faultsAt(value: unknown, forms: readonly Shape[], keys: readonly string[]): readonly ShapeFault[] {
  const found = forms.map((form) => faultsIn(value, form, keys));
  const fewest = Math.min(...found.map((faults) => faults.length));
  const [nearest = []] = found.filter((faults) => faults.length === fewest);
  // Said of all forms when the value itself has none of them.
  const isWhole = nearest.length === 1 && nearest[0]?.keys.length === keys.length;
  return isWhole ? [faultOf(value, forms, keys)] : nearest;
}

function faultOf(value: unknown, forms: readonly Shape[], keys: readonly string[]): ShapeFault {
  return { keys, message: misformOf(value, forms) };
}

function faultsIn(value: unknown, form: Shape, keys: readonly string[]): readonly ShapeFault[] {
  switch (form.type) {
    case 'object':
      if (!isFields(value) || Array.isArray(value)) return [faultOf(value, [form], keys)];
      return Object.entries(value).flatMap(([name, inner]) => {
        const forms = below([form], name);
        return forms.length === 0 ? [] : faultsAt(inner, forms, [...keys, name]);
      });
    case 'array':
      if (!Array.isArray(value)) return [faultOf(value, [form], keys)];
      return value.flatMap((inner, index) =>
        faultsAt(inner, below([form], String(index)), [...keys, String(index)]),
      );
    case undefined:
      return [];
    case 'integer':
      return Number.isSafeInteger(value) ? [] : [faultOf(value, [form], keys)];
    default: {
      const isGood =
        typeof value === form.type &&
        (form.format !== 'date' || (typeof value === 'string' && isIsoDate(value)));
      return isGood ? [] : [faultOf(value, [form], keys)];
    }
  }
}

/** Single values that have not the form of their field: nothing that keeps a draft from being written, and wrong all the same. */
export function formFaults(value: unknown): readonly ShapeFault[] {
  return misformed(value, formsOf(CLAIM), []);
}

function misformed(value: unknown, forms: readonly Shape[], keys: readonly string[]): readonly ShapeFault[] {
  if (isFields(value))
    return Object.entries(value).flatMap(([key, inner]) =>
      misformed(inner, below(forms, key), [...keys, key]),
    );
  return forms.length === 0 || fits(value, forms) ? [] : [faultOf(value, forms, keys)];
}

/** Ids of payers have no form of their own in the model, and are in capitals wherever payers are listed. */
const PAYER_ID = /(^|\.)(payerId|payer\.id)$/;

/**
 * The same claim with codes in capitals where they are none in small letters: states, taxonomies, procedures, modifiers,
 * diagnoses, codes of closed lists, ids of payers. `changed` is told each place.
 */
export function withCapitals(claim: ClaimDraft, changed: (keys: readonly string[]) => void): ClaimDraft {
  return capitalsIn(claim, formsOf(CLAIM), [], changed) as ClaimDraft;
}

function capitalsIn(
  value: unknown,
  forms: readonly Shape[],
  keys: readonly string[],
  changed: (keys: readonly string[]) => void,
): unknown {
  if (Array.isArray(value))
    return value.map((inner, index) =>
      capitalsIn(inner, below(forms, String(index)), [...keys, String(index)], changed),
    );
  if (isFields(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        capitalsIn(inner, below(forms, name), [...keys, name], changed),
      ]),
    );
  if (typeof value !== 'string') return value;
  const capitals = value.toUpperCase();
  const isCode = PAYER_ID.test(keys.join('.')) || (!fits(value, forms) && fits(capitals, forms));
  if (!isCode || capitals === value) return value;
  changed(keys);
  return capitals;
}
