/** For tests: a practice at a sandbox clearinghouse, the answers that this published, and remittances to bring there. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleClaim } from '@claimside/shared/examples';
import { cents, type IsoDate, sumCents } from '@claimside/shared/values';
import type { Sandbox } from '../sandbox/index.ts';
import type { Remittance } from '../transactions/remittance-835/index.ts';
import { readZip } from '../zip/read-zip.ts';
import { settingsFor, testPractice, testSandbox } from './testing.ts';

/** A practice with its account at a sandbox clearinghouse. */
export async function connected() {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const exchange = async () => {
    await practice.worker.runOnce();
    await sandbox.idle();
    await practice.worker.runOnce();
  };
  /** Puts a file into the clearinghouse's outbound folder and lets the practice fetch it. */
  const publish = async (name: string, bytes: Uint8Array | string) => {
    await writeFile(join(sandbox.dataDir, 'outbound', name), bytes);
    await practice.worker.runOnce();
  };
  return { sandbox, practice, exchange, publish };
}

/** The published report whose name ends like this. */
export async function report(sandbox: Sandbox, ending: string): Promise<Buffer> {
  const folder = join(sandbox.dataDir, 'outbound');
  const name = (await readdir(folder)).find((each) => each.endsWith(ending));
  if (name === undefined) throw new Error(`no report ends with ${ending}`);
  return readFile(join(folder, name));
}

/** The 835 out of the package that was published. */
export async function remittanceIn(sandbox: Sandbox): Promise<Buffer> {
  const entries = await readZip(await report(sandbox, '.zip'));
  const found = entries.ok ? entries.value.find((entry) => entry.name.endsWith('.835')) : undefined;
  if (!found) throw new Error('no 835 in the package');
  return found.bytes;
}

/** A remittance that pays $100.00 of the given claim's $281.00, the rest a write-off. */
export function remittanceFor(patientControlNumber: string, changes: Partial<Remittance> = {}): Remittance {
  const lines = exampleClaim.serviceLines.map((line, index) => {
    const paid = cents(index === 0 ? 10_000 : 0);
    return {
      procedureCode: line.procedureCode,
      modifiers: line.modifiers,
      chargeAmount: line.chargeAmount,
      paidAmount: paid,
      units: line.units,
      serviceDate: line.serviceDate,
      adjustments: [{ group: 'CO', reason: '45', amount: cents(line.chargeAmount - paid) }],
      remarkCodes: [],
    };
  });
  return {
    handlingCode: 'I',
    paymentAmount: cents(10_000),
    paymentMethod: 'CHK',
    paymentDate: '2026-11-24' as IsoDate,
    traceNumber: 'CHK0000001',
    payerTraceId: '1999999999',
    payer: { name: 'SAMPLE HEALTH PLAN' },
    payee: { name: 'SAMPLE CLINIC', npi: '1234567893' },
    claims: [
      {
        patientControlNumber,
        statusCode: '1',
        chargeAmount: sumCents(lines.map((line) => line.chargeAmount)),
        paidAmount: cents(10_000),
        patientResponsibility: cents(0),
        claimFilingIndicator: 'CI',
        payerClaimControlNumber: 'P0000000001',
        patient: { lastName: 'TESTER', firstName: 'ANNA' },
        adjustments: [],
        lines,
      },
    ],
    providerAdjustments: [],
    ...changes,
  };
}
