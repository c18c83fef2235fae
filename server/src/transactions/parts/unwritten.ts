/** Why a file does not say what the JSON of its model says: an unknown field, signs that X12 has for itself, a wrong form, or no place. */
import { below, fits, formsOf, misformOf, type Shape } from './json-shape.ts';

/** Three reasons and their remedies; a fourth for what the model has and the transaction, or this part of it, has no place for. */
export interface Unwritten {
  /** `…claims[2].claim.serviceLines[0].charge`. */
  readonly path: string;
  readonly reason: 'field' | 'characters' | 'form' | 'place';
  readonly message: string;
  readonly fix: string;
}

/** A part of a file that has a model of its own. */
export interface ModelPart {
  readonly shape: Shape;
  /** `claim`. */
  readonly name: string;
  /** With its article: `an 837P`. */
  readonly file: string;
}

/** Why the value at `keys`, seen from `part`, was not written. */
export function whyUnwritten(
  part: ModelPart,
  keys: readonly string[],
  value: unknown,
  separators: readonly (string | undefined)[],
): Omit<Unwritten, 'path'> {
  const forms = unknownOrForms(part.shape, keys);
  if ('unknown' in forms) {
    const { unknown, names } = forms;
    const like = nearest(unknown, names);
    return {
      reason: 'field',
      message: `no field of a ${part.name} has this name.`,
      fix: like === undefined ? 'Take it out, or put it where claimside x12 read has it.' : `Write ${like}.`,
    };
  }
  const characters = forbiddenIn(value, separators);
  if (characters) return characters;
  if (!isPart(value) && !fits(value, forms.forms))
    return { reason: 'form', message: `${misformOf(value, forms.forms)}.`, fix: 'Write it so.' };
  return {
    reason: 'place',
    message: `${part.file} has no place for it, or none beside what else this ${part.name} says.`,
    fix: 'Take it out, or say it where claimside x12 read has it.',
  };
}

/** For what stands around such parts: only its characters can be wrong. */
export function whyUnwrittenAround(
  value: unknown,
  separators: readonly (string | undefined)[],
): Omit<Unwritten, 'path'> {
  return (
    forbiddenIn(value, separators) ?? {
      reason: 'form',
      message: 'does not fit its element.',
      fix: 'Write it as claimside x12 read has it.',
    }
  );
}

/** For one of the separators: another one divides the file. */
export const SEPARATOR_REPLACED: Omit<Unwritten, 'path'> = {
  reason: 'form',
  message: 'stands in data too, and another one was taken.',
  fix: 'Write the usual one: * : ^ ~.',
};

type Walked =
  | { readonly forms: readonly Shape[] }
  | { readonly unknown: string; readonly names: readonly string[] };

function unknownOrForms(model: Shape, keys: readonly string[]): Walked {
  let forms = formsOf(model);
  for (const key of keys) {
    const next = below(forms, key);
    if (next.length === 0)
      return { unknown: key, names: forms.flatMap(({ properties }) => Object.keys(properties ?? {})) };
    forms = next;
  }
  return { forms };
}

function forbiddenIn(
  value: unknown,
  separators: readonly (string | undefined)[],
): Omit<Unwritten, 'path'> | undefined {
  if (typeof value !== 'string') return undefined;
  const fix = 'Write it without.';
  if (/\p{Surrogate}/u.test(value))
    return { reason: 'characters', message: 'holds half of a character (a lone surrogate).', fix };
  const isForbidden =
    /\p{Cc}/u.test(value) || separators.some((each) => each !== undefined && value.includes(each));
  if (!isForbidden) return undefined;
  const message = 'holds a separator of this file, a line break or another control character.';
  return { reason: 'characters', message, fix };
}

const isPart = (value: unknown) => typeof value === 'object' && value !== null;

/** The known name that begins alike; undefined where none is near. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const alike = names.map((each) => ({ each, shared: sharedStart(name.toLowerCase(), each.toLowerCase()) }));
  const [best] = alike.toSorted((a, b) => b.shared - a.shared || a.each.length - b.each.length);
  return best !== undefined && best.shared >= Math.min(4, name.length) ? best.each : undefined;
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
