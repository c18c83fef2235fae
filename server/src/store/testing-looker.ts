/** For tests: a process that notes one look, says so, and waits to be killed. */
import { writeSync } from 'node:fs';
import type { UtcInstant } from '@claimside/shared/values';
import { openStore } from './store.ts';

const store = openStore(process.argv[2] ?? '');
// Nothing is moved while somebody writes.
void store.transaction(() => new Promise(() => {}));
const at = '2026-11-28T10:00:00.000Z' as UtcInstant;
const deed = { id: 'killed', at, deviceId: null, action: 'claim-read', subject: 'claim-killed' } as const;
await store.looks.note('p1', deed);
writeSync(1, 'noted\n');
setTimeout(() => {}, 600_000);
