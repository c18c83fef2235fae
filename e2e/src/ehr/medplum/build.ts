/** Bundles the app by vite, in memory: one script, one sheet of styles. */
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

export interface BuiltApp {
  readonly script: string;
  readonly style: string;
}

export async function buildApp(): Promise<BuiltApp> {
  const output = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'silent',
    // As it would be served, whatever this process runs for.
    oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'app.tsx'),
        name: 'app',
        formats: ['iife'],
        cssFileName: 'app',
      },
    },
  });
  const [built] = output as Rolldown.RolldownOutput[];
  const script = built?.output.find((part) => part.type === 'chunk')?.code;
  const style = built?.output.find((part) => part.type === 'asset' && part.fileName.endsWith('.css'));
  if (script === undefined || style?.type !== 'asset') throw new Error('The app could not be built.');
  return { script, style: String(style.source) };
}
