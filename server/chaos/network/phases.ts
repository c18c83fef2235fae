/** What a session with a clearinghouse is made of, in its order, as seen on the wire; a close that nobody waits for belongs to what follows. */

export const PHASES = [
  'banner',
  'key exchange',
  'log-in',
  'session',
  'upload open',
  'upload data',
  'upload size',
  'upload close',
  'upload rename',
  'upload look',
  'list open',
  'list names',
  'download open',
  'download data',
  'remove',
  'goodbye',
] as const;
export type Phase = (typeof PHASES)[number];

export type UploadMode = 'direct' | 'rename';

/** Uploads are broken in both ways of uploading. */
export function modesOf(phase: Phase): readonly UploadMode[] {
  if (phase === 'upload rename') return ['rename'];
  return phase.startsWith('upload') ? ['direct', 'rename'] : ['direct'];
}
