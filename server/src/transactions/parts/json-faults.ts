/** JSON from outside as a model: what has another type than the model's, and codes in small letters, which become capitals. */
import { isIsoDate } from '@claimside/shared/values';
import { isFields } from '../guide/fields.ts';
import { below, fits, formsOf, misformOf, type Shape } from './json-shape.ts';

export interface ShapeFault {
  readonly keys: readonly string[];
  /** `must be whole cents, such as …`, `is too large: …`. */
  readonly message: string;
}

/**
 * What keeps JSON from being a draft of any state: other types than the model has, and dates in another form. Values may be
 * wrong otherwise, and names unknown: what is not written of them tells it.
 */
export function shapeFaults(value: unknown, model: Shape): readonly ShapeFault[] {
  return faultsAt(value, formsOf(model), []);
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
export function formFaults(value: unknown, model: Shape): readonly ShapeFault[] {
  return misformed(value, formsOf(model), []);
}

function misformed(value: unknown, forms: readonly Shape[], keys: readonly string[]): readonly ShapeFault[] {
  if (isFields(value))
    return Object.entries(value).flatMap(([key, inner]) =>
      misformed(inner, below(forms, key), [...keys, key]),
    );
  return forms.length === 0 || fits(value, forms) ? [] : [faultOf(value, forms, keys)];
}

/**
 * The same value with codes in capitals where they are none in small letters: states, taxonomies, procedures, modifiers,
 * diagnoses, codes of closed lists, and where `isCode` says so of a path. `changed` is told each place.
 */
export function withCapitals<Value>(
  value: Value,
  model: Shape,
  isCode: (path: string) => boolean,
  changed: (keys: readonly string[]) => void,
): Value {
  return capitalsIn(value, formsOf(model), [], isCode, changed) as Value;
}

function capitalsIn(
  value: unknown,
  forms: readonly Shape[],
  keys: readonly string[],
  isCode: (path: string) => boolean,
  changed: (keys: readonly string[]) => void,
): unknown {
  if (Array.isArray(value))
    return value.map((inner, index) =>
      capitalsIn(inner, below(forms, String(index)), [...keys, String(index)], isCode, changed),
    );
  if (isFields(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        capitalsIn(inner, below(forms, name), [...keys, name], isCode, changed),
      ]),
    );
  if (typeof value !== 'string') return value;
  const capitals = value.toUpperCase();
  if (capitals === value) return value;
  if (!isCode(keys.join('.')) && (fits(value, forms) || !fits(capitals, forms))) return value;
  changed(keys);
  return capitals;
}
