/** Writes a file that came as JSON, and tells what it does not say as the JSON does. */

import type { Separators } from '../../x12/index.ts';
import { isFields } from '../guide/fields.ts';
import { differences } from './differences.ts';
import { pathText } from './json-path.ts';
import {
  type ModelPart,
  SEPARATOR_REPLACED,
  type Unwritten,
  whyUnwritten,
  whyUnwrittenAround,
} from './unwritten.ts';

export interface WrittenAndRead {
  readonly bytes: Uint8Array;
  /** What the file does not say as the JSON does, and why. */
  readonly unwritten: readonly Unwritten[];
}

/** How the interchanges of one transaction are written and read, and where in them which model holds. */
export interface FileModel<Interchange> {
  /** Where the interchanges stand in the JSON. */
  readonly top: readonly string[];
  write(interchanges: readonly Interchange[]): Uint8Array;
  read(bytes: Uint8Array): readonly Interchange[];
  /** What is compared of a value under this name; undefined for what is worked out anew. */
  said(name: string, value: unknown): unknown;
  /** The part that a path from the interchanges on leads into, and how many keys lead there. */
  partAt(keys: readonly string[]): { readonly part: ModelPart; readonly depth: number } | undefined;
}

/** Writes a file and reads it back: what has no place in it, or does not fit its place, is told and not lost. */
export function writeAndCompareBy<Interchange extends { readonly separators: Separators }>(
  model: FileModel<Interchange>,
  interchanges: readonly Interchange[],
): WrittenAndRead {
  const bytes = model.write(interchanges);
  const plain = (value: readonly Interchange[]): unknown =>
    JSON.parse(JSON.stringify(value, (name, inner: unknown) => model.said(name, inner)));
  const unwritten = differences(plain(interchanges), plain(model.read(bytes)), '').flatMap((path) =>
    unwrittenAt(model, path.split('.'), interchanges),
  );
  return { bytes, unwritten };
}

/** Of a part that is not written at all, those of its values that are to blame; the part where none is. */
function unwrittenAt<Interchange extends { readonly separators: Separators }>(
  model: FileModel<Interchange>,
  keys: readonly string[],
  interchanges: readonly Interchange[],
): readonly Unwritten[] {
  const value = valueAt(interchanges, keys);
  const separators = Object.values(interchanges[Number(keys[0])]?.separators ?? {});
  const found = model.partAt(keys);
  const why = (at: readonly string[], each: unknown): Unwritten => ({
    path: pathText([...model.top, ...at]),
    ...(found
      ? whyUnwritten(found.part, at.slice(found.depth), each, separators)
      : at[1] === 'separators'
        ? SEPARATOR_REPLACED
        : whyUnwrittenAround(each, separators)),
  });
  const whole = why(keys, value);
  if (!isFields(value) || whole.reason === 'field') return [whole];
  const parts = leavesOf(value, keys).map(([at, each]) => why(at, each));
  const toBlame = parts.filter(({ reason }) => reason !== 'place');
  return found === undefined || toBlame.length === 0 ? [whole] : toBlame;
}

function leavesOf(value: unknown, keys: readonly string[]): [keys: readonly string[], value: unknown][] {
  if (!isFields(value)) return [[keys, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...keys, key]));
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => (isFields(at) ? at[key] : undefined), value);
}
