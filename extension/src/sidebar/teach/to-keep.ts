/** What was taught, ready to be stored for the practice; or why it may not be. */
import type { Capture, CaptureField } from '@claimside/shared/capture';
import { type Recipe, RecipeSchema, tellingWords, valuesOfPatient } from '@claimside/shared/recipe';
import { leftForBilling } from './for-billing.ts';
import { finished, isRowTaught, tellingTexts } from './lesson.ts';
import { NOT_FITTING, TELLING, TOO_LONG } from './refusals.ts';
import { inSentence, type RowId, rowOf } from './rows.ts';

/** `seen` are values of patients, and so are those of `read`: none of their words may be in what is stored. */
export function recipeToKeep(
  recipe: Recipe,
  read: Capture,
  seen: ReadonlySet<string>,
): Recipe | { readonly failed: string } {
  const { unfit } = leftForBilling(recipe, read);
  const wrong = unfit.filter(({ id }) => isRowTaught(recipe, id));
  if (wrong.length > 0) return { failed: `${NOT_FITTING}${wrong.map(inSentence).join(', ')}.` };
  const done = finished(recipe, read);
  const telling = tellingTexts(done, tellingWords([...seen, ...valuesOfPatient(read)]));
  if (telling.length > 0) return { failed: TELLING + rowsHolding(recipe, telling) };
  return RecipeSchema.safeParse(done).success ? done : { failed: TOO_LONG };
}

/** True when nothing in it tells of whom the pages showed: it may be kept until the lesson goes on. */
export const tellsNobody = (recipe: Recipe, read: Capture, seen: ReadonlySet<string>): boolean =>
  tellingTexts(recipe, tellingWords([...seen, ...valuesOfPatient(read)])).length === 0;

/** Which rows to point at anew, by the texts that may not be stored. */
function rowsHolding({ documents }: Recipe, texts: readonly string[]): string {
  const holds = (part: unknown): boolean => {
    const written = JSON.stringify(part ?? '');
    return texts.some((text) => written.includes(JSON.stringify(text).slice(1, -1)));
  };
  const rows = documents.flatMap(({ fields = {}, lines, diagnoses }): RowId[] => [
    ...(Object.keys(fields) as CaptureField[]).filter((field) => holds(fields[field])),
    ...(holds(lines) ? (['lines'] as const) : []),
    ...(holds(diagnoses) ? (['diagnoses'] as const) : []),
  ]);
  const named = [...new Set(rows)].flatMap((id) => rowOf(id) ?? []).map(inSentence);
  return `${named.join(', ') || 'the address'}.`;
}
