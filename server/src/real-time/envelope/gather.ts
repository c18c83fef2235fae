/** Fields by their names in whatever case, each once. */
import { err, ok, type Result } from '@claimside/shared/values';
import { type PlaceInAnswer, type RealTimeTrouble, troubleOf } from '../trouble.ts';
import type { FieldsRead } from './form.ts';

interface FoundField {
  readonly name: string;
  readonly value: Uint8Array;
  readonly at: PlaceInAnswer;
}

/** The same twice is once. */
export function gathered(found: readonly FoundField[]): Result<FieldsRead, RealTimeTrouble> {
  const fields = new Map<string, Uint8Array>();
  for (const { name, value, at } of found) {
    const key = name.toLowerCase();
    const known = fields.get(key);
    if (known && Buffer.compare(known, value) !== 0) return err(troubleOf('TWICE', { at }));
    fields.set(key, value);
  }
  return ok(fields);
}
