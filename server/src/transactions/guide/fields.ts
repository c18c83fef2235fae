/** Paths into the model, made once into getters and setters. */
import type { Field, Fields } from './rules.ts';

/** The place at `path`, such as `payer.name`; objects on the way are made when a value is set. */
export function field(path: string): Field {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  if (keys.length === 0) return property(last);
  return {
    path,
    get(target) {
      let at: unknown = target;
      for (const key of keys) at = isFields(at) ? at[key] : undefined;
      return isFields(at) ? at[last] : undefined;
    },
    set(target, value) {
      let at = target;
      for (const key of keys) at = inner(at, key);
      at[last] = value;
    },
  };
}

const PROPERTIES = new Map<string, Field>();

/** Made of text, a getter and a setter for each name: V8 finds a name that stands in the code many times as fast as one in a variable. */
function property(name: string): Field {
  const known = PROPERTIES.get(name);
  if (known) return known;
  const at = JSON.stringify(name);
  const made: Field = new Function(
    `return { path: ${at}, name: ${at}, get: (target) => target[${at}], set(target, value) { target[${at}] = value; } };`,
  )();
  PROPERTIES.set(name, made);
  return made;
}

/** The value at `index` of a list; one set past the end is appended, so that a gap in the file leaves none in the list. */
export function item(path: string, index: number): Field {
  const list = field(path);
  return {
    path: `${path}.${index}`,
    get: (target) => {
      const values = list.get(target);
      return Array.isArray(values) ? values[index] : undefined;
    },
    set: (target, value) => {
      const values = list.get(target);
      if (Array.isArray(values)) values.push(value);
      else list.set(target, [value]);
    },
  };
}

/** The list at `path`: reading appends to it, writing takes it as a whole. */
export function items(path: string): Field {
  const list = field(path);
  return { path: `${path}.*`, get: list.get, set: item(path, 0).set };
}

/** In a list of plain values, the value itself, which stands under this name while its segment is read or written. */
export const ITEM = '';
export const itself: Field = field(ITEM);

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function inner(target: Fields, key: string): Fields {
  const existing = target[key];
  if (isFields(existing)) return existing;
  const made: Fields = {};
  target[key] = made;
  return made;
}
