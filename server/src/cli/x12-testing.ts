/** Runs the x12 command as a person would: text or bytes piped in, what came out, what was said, and the exit code. */
import { exampleClaim } from '@claimside/shared/examples';
import { writeClaimFile } from '../transactions/claim-837p/index.ts';
import { exampleClaimFileEnvelope } from '../transactions/examples.ts';
import { runCli } from './program.ts';
import { testIo } from './testing.ts';

export async function runX12(args: readonly string[], piped: string | Uint8Array = '') {
  const pieces: string[] = [];
  const said: string[] = [];
  const code = await runCli(
    ['x12', ...args],
    testIo({
      write: async (text) => {
        pieces.push(text);
      },
      say: (line) => said.push(line),
      input: (async function* () {
        const bytes = typeof piped === 'string' ? new TextEncoder().encode(piped) : piped;
        for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
      })(),
    }),
  );
  return { code, out: pieces.join(''), pieces, said: said.join('\n') };
}

/** A good 837P of so many claims. */
export function goodFile(count: number): string {
  const claims = Array.from({ length: count }, (_, n) => ({
    patientControlNumber: `C${String(n + 1).padStart(9, '0')}`,
    claim: exampleClaim,
  }));
  return new TextDecoder().decode(writeClaimFile(exampleClaimFileEnvelope, claims).bytes);
}
