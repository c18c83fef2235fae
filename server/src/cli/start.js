#!/usr/bin/env node
/**
 * Starts the `claimside` command with what was compiled of it before. Plain JavaScript, as the first TypeScript that is not compiled yet
 * costs a process 25 MB and half of the time that it takes to start.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Beside the packages: who can write there can change the command itself. Where nobody can, all is compiled anew.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/claimside'));
await import('./main.ts');
