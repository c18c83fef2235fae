/** Listens to what the server's own SFTP client asks for, as the wire is sealed: which request is under way. */
import ssh2, { type SFTPWrapper } from 'ssh2';
import type { Phase } from './phases.ts';

/** What we sent is looked for in this folder, and read back. */
const INBOUND = 'inbound/';

const REQUESTS: Readonly<Record<string, Phase>> = {
  opendir: 'list open',
  readdir: 'list names',
  write: 'upload data',
  fstat: 'upload size',
  rename: 'upload rename',
  stat: 'upload look',
  lstat: 'upload look',
};

/** For all connections of this thread; call once, before the first. */
export function tapRequests(note: (phase: Phase) => void): void {
  const { prototype } = ssh2.Client;
  const { sftp, end } = prototype;
  prototype.sftp = function (...given: Parameters<typeof sftp>) {
    note('session');
    const callback = given.at(-1);
    return sftp.call(this, (error, wrapper) => {
      if (wrapper) tap(wrapper, note);
      if (typeof callback === 'function') callback(error, wrapper);
    });
  };
  prototype.end = function () {
    note('goodbye');
    return end.call(this);
  };
}

function tap(wrapper: SFTPWrapper, note: (phase: Phase) => void): void {
  let last: Phase = 'session';
  let isOfUpload = false;
  const hear = (name: string, tell: (given: readonly unknown[]) => Phase) => {
    const real: unknown = Reflect.get(wrapper, name);
    if (typeof real !== 'function') return;
    Reflect.set(wrapper, name, (...given: unknown[]) => {
      last = tell(given);
      note(last);
      return Reflect.apply(real, wrapper, given);
    });
  };
  for (const [name, phase] of Object.entries(REQUESTS)) hear(name, () => phase);
  hear('unlink', ([path]) => (String(path).startsWith(INBOUND) ? 'upload look' : 'remove'));
  hear('open', ([path, flags]) => {
    isOfUpload = String(path).startsWith(INBOUND);
    if (flags !== 'r') return 'upload open';
    return isOfUpload ? 'upload look' : 'download open';
  });
  hear('read', () => (isOfUpload ? 'upload look' : 'download data'));
  // Nobody waits for the close of what was read.
  hear('close', () => (last === 'upload size' ? 'upload close' : last));
}
