/** A process of its own: loads the server's code, and writes down what was loaded from where. */
import { readFileSync, writeFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Code } from './code.ts';
import { withPoints } from './points.ts';

const SOURCE = new URL('../../src/', import.meta.url).href;
const MAIN = new URL('../../src/cli/main.ts', import.meta.url).href;
const THREAD = new URL('../../src/exchange-thread/thread.ts', import.meta.url).href;

const [, , folder = ''] = process.argv;
const code: Code = { resolved: { [` ${MAIN}`]: MAIN, [` ${THREAD}`]: THREAD }, sources: {} };

registerHooks({
  resolve(specifier, context, nextResolve) {
    const found = nextResolve(specifier, context);
    code.resolved[`${context.parentURL ?? ''} ${specifier}`] = found.url;
    return found;
  },
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const source = String(loaded.source);
    if (loaded.format === 'module') code.sources[url] = source;
    if (loaded.format === 'module-typescript')
      code.sources[url] = stripTypeScriptTypes(withPoints(source, url.replace(SOURCE, '')));
    return loaded;
  },
});

// All of it is loaded for that, and nothing is begun.
process.argv.splice(2, 1, '--help');
await import(MAIN);
// Outside of its thread it refuses to run.
await import(THREAD).catch(() => {});

for (const [key, url] of Object.entries(code.resolved))
  if (code.sources[url] === undefined) delete code.resolved[key];
writeFileSync(join(folder, 'code.json'), JSON.stringify(code));
const preload = readFileSync(new URL('preload.ts', import.meta.url), 'utf8');
writeFileSync(join(folder, 'preload.mjs'), stripTypeScriptTypes(preload));
