/** A real server whose files may grow no more, as on a full disk: nothing it answers is lost, and with room again all is done. */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Clinic } from '../kill/clinic.ts';
import { makePlace } from '../kill/practice.ts';
import { brokenPromises } from '../kill/promises.ts';
import { ServerProcess } from '../kill/server-process.ts';
import type { Checked, Watching } from '../suite.ts';
import { LOG } from './recorded.ts';

/** More bytes for the log, in each of the times in which the disk fills up. */
const ROOMS = [0, 4_120, 20_000, 60_000];

export async function fillDisk({ stopped, trouble }: Watching): Promise<Checked> {
  const place = await makePlace();
  const clinic = new Clinic(place.token);
  const server = await ServerProcess.start(place);
  let refused = 0;
  try {
    await clinic.bill(server.url);
    for (const room of ROOMS) {
      if (stopped.aborted) break;
      limitFiles(server.pid, String(statSync(join(place.dataDir, LOG)).size + room));
      for (let visit = 0; visit < 6; visit += 1) await clinic.bill(server.url);
      refused += clinic.presses.filter(({ claim }) => !claim).length;
      limitFiles(server.pid, 'unlimited');
      await clinic.insist(server.url);
    }
    const troubles = await brokenPromises(place, clinic, server);
    if (refused === 0) troubles.push('the disk was never full');
    if (server.hasEnded) troubles.push('the server ended by itself');
    for (const line of troubles) trouble(`disk full: ${line}`);
    return {
      passed: troubles.length === 0 ? ROOMS.length : 0,
      figure: `${ROOMS.length} full disks under a real server: ${clinic.presses.length} presses, ${refused} of them refused at first.`,
    };
  } finally {
    await server.stop();
    await place.close();
  }
}

/** No file of the process may grow past it. */
function limitFiles(pid: number, bytes: string): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}
