/** The cases of the scorecard: the fixtures of every EHR's folder, each with what its pages truly say. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Truth } from './truth.ts';

const EHR_DIR = join(import.meta.dirname, '../../../extension/src/ehr');

export interface Case {
  /** Folder of the EHR. */
  readonly ehr: string;
  readonly name: string;
  /** Address of each document, the first is the top one; the file in `fixtures`. */
  readonly documents: Readonly<Record<string, string>>;
  readonly truth: Truth;
  /** Host name of the product, where its recipe asks for one. */
  readonly host?: string;
  /** The whole capture, without names of places and document ids, where it is held to the last word. */
  readonly capture?: unknown;
  /** CSS of what a person scrolls through before, down and up, sideways too: a list that draws only what is in sight. */
  readonly scrolled?: string;
}

/** Folders of EHRs, the generic reader's own among them. */
export const ehrFolders = (): string[] =>
  readdirSync(EHR_DIR, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'normalise')
    .map(({ name }) => name);

export function casesOf(ehr: string): Case[] {
  const folder = join(EHR_DIR, ehr, 'expected');
  return readdirSync(folder).map((file) => {
    const said = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<Case, 'ehr' | 'name'>;
    return { ...said, ehr, name: file.replace(/\.json$/, '') };
  });
}

export const fixtureText = ({ ehr }: Case, file: string): string =>
  readFileSync(join(EHR_DIR, ehr, 'fixtures', file), 'utf8');
