/** Names of uploads, and the guard that keeps test and live files apart. */
import { err, ok, type Result, type UtcInstant } from '@claimside/shared/values';
import type { ClearinghouseProfile } from './profile.ts';

export type Mode = 'test' | 'live';

/** The name of one upload, never given twice: `837P_20261122_153000_000123.txt`. Date and time are UTC. */
export function uploadName(
  profile: Pick<ClearinghouseProfile, 'fileNames'>,
  mode: Mode,
  at: UtcInstant,
  number: number,
): string {
  return profile.fileNames[mode]
    .replace('{date}', at.slice(0, 10).replaceAll('-', ''))
    .replace('{time}', at.slice(11, 19).replaceAll(':', ''))
    .replace('{number}', String(number).padStart(6, '0'));
}

/**
 * Refuses a name that would send a test live or a live file as a test. Asked when the file is frozen and again
 * right before the upload. The answer says why, without patient data.
 */
export function guardUploadName(
  profile: Pick<ClearinghouseProfile, 'fileNames'>,
  mode: Mode,
  name: string,
): Result<string, string> {
  const { testMark, formMark } = profile.fileNames;
  if (!/^[A-Za-z0-9_.-]+$/.test(name) || name.startsWith('.'))
    return err('The file name holds a character that is not allowed.');
  if (formMark !== null && !name.includes(formMark)) return err(`The file name lacks ${formMark}.`);
  if (testMark === null) return ok(name);
  const marked = name.toUpperCase().includes(testMark.toUpperCase());
  if (mode === 'test' && !name.includes(testMark))
    return err(`Test mode, but the file name lacks ${testMark}: it would be taken as live.`);
  if (mode === 'live' && marked)
    return err(`Live mode, but the file name holds ${testMark}: it would be taken as a test.`);
  return ok(name);
}

/** Whether its names of uploads hold date and time, so that nothing else looks like one; `P{number}.txt` is found in `REP20261123.999`. */
export function hasTellingNames({ fileNames }: Pick<ClearinghouseProfile, 'fileNames'>): boolean {
  return [fileNames.live, fileNames.test].every(
    (shape) => shape.includes('{date}') && shape.includes('{time}'),
  );
}

/** Upload names of this profile's shape, without extension, that a report's own name repeats. */
export function namesOfUploads(
  profile: Pick<ClearinghouseProfile, 'fileNames'>,
  reportName: string,
): string[] {
  const { live, test } = profile.fileNames;
  // The test name first: it may hold the live one.
  const shapes = [test, live].map((shape) =>
    shape
      .replace(/\.[^.]*$/, '')
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace('{date}', '\\d{8}')
      .replace('{time}', '\\d{6}')
      .replace('{number}', '\\d{6,}'),
  );
  return reportName.match(new RegExp(shapes.join('|'), 'g')) ?? [];
}
