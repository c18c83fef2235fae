/** For tests of x12 write: the JSON of a good file, to be spoiled. */
import { goodFile, runX12 } from './x12-testing.ts';

/** An 837P of one claim, and what `x12 read` says of it. */
export const good = goodFile(1);
export const { out: read } = await runX12(['read', '-'], good);
/** Where its set and its claim stand. */
export const SET = 'professionalClaims.interchanges[0].groups[0].sets[0]';
export const CLAIM = `${SET}.claims[0].claim`;

/** The JSON of a good file after changes to its text. */
export function edited(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the JSON does not say ${from}`);
    return text.replace(from, to);
  }, read);
}

/** Without a property of the claim. */
export function lacking(...names: readonly string[]): string {
  const json = JSON.parse(read);
  const { claim } = json.professionalClaims.interchanges[0].groups[0].sets[0].claims[0];
  for (const name of names) delete claim[name];
  return JSON.stringify(json);
}
