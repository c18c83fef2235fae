/** What to do about a change that could not be stored, at the fields that it is about. */
import type { PracticeSettings } from '@claimside/shared/api';
import type { FieldSpec, Part, Problems, Texts } from './part.ts';

/** Why an item can not be stored as it is. */
export type Refusal<Item> =
  /** Another one is called so. */
  | { readonly kind: 'taken' }
  /** Another admin changed it meanwhile: what it is now, undefined for one that is gone. */
  | { readonly kind: 'changed'; readonly now: Item | undefined }
  /** A billing profile is for it. */
  | { readonly kind: 'used'; readonly by: string };

export function refusalProblems<Item>(
  part: Part<Item>,
  refusal: Refusal<Item>,
  form: {
    readonly before: Item | undefined;
    readonly practice: PracticeSettings | null;
    readonly keyField: string;
  },
): Problems {
  if (refusal.kind === 'taken')
    return { [form.keyField]: `This ${part.what} is there already. Change that one, or enter another.` };
  if (refusal.kind === 'used') return { form: usedWords(part.what, refusal.by) };
  if (refusal.now === undefined)
    return {
      form: `Another admin removed or renamed this ${part.what} meanwhile. Save again to add it as it stands here, or cancel.`,
    };
  return changedProblems(part, part.begin(form.before, form.practice), refusal.now, form.practice);
}

export const usedWords = (what: string, by: string): string =>
  `The billing profile ${by} is for this ${what}. Change the profile first.`;

function changedProblems<Item>(
  part: Part<Item>,
  before: Texts,
  now: Item,
  practice: PracticeSettings | null,
): Problems {
  const theirs = part.begin(now, practice);
  const changed = part
    .fields(theirs, practice)
    .filter(({ name }) => theirs[name] !== before[name])
    .map((field) => [
      field.name,
      `Another admin made this ${shown(field, theirs[field.name] ?? '')} meanwhile. Type that, or save again to keep what stands here.`,
    ]);
  if (changed.length > 0) return Object.fromEntries(changed);
  return {
    form: `Another admin changed something of this ${part.what} that is not shown here. It is kept: save again.`,
  };
}

function shown({ choices }: FieldSpec, text: string): string {
  const words = choices?.find(([value]) => value === text)?.[1] ?? text.split('\n').join(', ');
  return words === '' ? 'empty' : `“${words}”`;
}
