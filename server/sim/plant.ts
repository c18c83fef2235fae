/** Plants one fault: changes the text of a source file as it is loaded, and no file. Call before the server's code is imported. */
import { registerHooks } from 'node:module';
import { type Edit, PLANTS } from './plants.ts';

export function plant(name: string): void {
  const chosen = PLANTS.find((each) => each.name === name);
  if (!chosen) throw new Error(`no such plant: ${name}`);
  const at = (edit: Edit) => new URL(`../../${edit.file}`, import.meta.url).href;
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const edits = chosen.edits.filter((edit) => at(edit) === url);
      if (edits.length === 0) return loaded;
      return { ...loaded, source: edits.reduce(planted, String(loaded.source)) };
    },
  });
}

/** Throws where the place is not there: code that changed needs its fault planted anew. */
export function planted(source: string, { file, find, put }: Edit): string {
  if (source.split(find).length !== 2) throw new Error(`${file} does not hold once: ${find}`);
  return source.replace(find, () => put);
}
