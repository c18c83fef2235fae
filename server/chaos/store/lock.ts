/** Another process keeps the database locked: for a moment, a press waits; for long, it is refused, and pressed again it is one claim. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Checked, Watching } from '../suite.ts';
import { bill, DATABASE, openPractice } from './recorded.ts';

/** One shorter and one longer than a writer waits. */
const HELD = [
  { milliseconds: 1_000, mayBeRefused: false },
  { milliseconds: 8_000, mayBeRefused: true },
];

const HOLD = `
const Database = require(process.argv[1]);
const db = new Database(process.argv[2]);
db.exec('begin immediate');
process.stdout.write('held');
setTimeout(() => db.exec('commit'), Number(process.argv[3]));
`;

export async function lockOut({ trouble }: Watching): Promise<Checked> {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-lock-'));
  const data = await openPractice(folder);
  let passed = 0;
  const outcomes: string[] = [];
  try {
    for (const [index, { milliseconds, mayBeRefused }] of HELD.entries()) {
      const holder = await hold(join(folder, DATABASE), milliseconds);
      const first = await bill(data, index + 1).catch((error: unknown) => codeOf(error));
      const isRefused = first === 'SQLITE_BUSY';
      outcomes.push(`${milliseconds} ms: ${isRefused ? 'refused' : 'waited'}`);
      await holder.ended;
      const claimId = await bill(data, index + 1);
      if (isRefused && !mayBeRefused) trouble(`locked for ${milliseconds} ms: refused, and did not wait`);
      else if (!isRefused && first !== claimId)
        trouble(`locked for ${milliseconds} ms: two claims, ${first}`);
      else passed += 1;
    }
    return {
      passed,
      figure: `Locked by another process for ${outcomes.join(', ')}; pressed again it was one claim.`,
    };
  } finally {
    await data.close();
    rmSync(folder, { recursive: true });
  }
}

/** Resolves when it is held; `ended`, when it is not any more. */
async function hold(file: string, milliseconds: number): Promise<{ readonly ended: Promise<unknown> }> {
  const library = createRequire(import.meta.url).resolve('better-sqlite3');
  const child = spawn(process.execPath, ['-e', HOLD, library, file, String(milliseconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  return { ended };
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(error);
}
