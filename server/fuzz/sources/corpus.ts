/** Sample files of other makers, from the folder that X12_CORPUS_DIR names; none without it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the order of their paths, one character a byte. */
export function corpusFiles(folder: string | undefined): readonly string[] {
  if (folder === undefined || folder === '') return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(md|tsv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => readFileSync(path, 'latin1'));
}
