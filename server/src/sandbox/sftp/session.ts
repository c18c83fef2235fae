/** One SFTP session: each request becomes an operation on the two real folders, one after the other, faults included. */
import { constants } from 'node:fs';
import { type FileHandle, link, lstat, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import ssh2, { type FileEntry, type SFTPWrapper } from 'ssh2';
import type { SandboxFaults } from '../faults.ts';
import { attributesOf, entryOf } from './attributes.ts';
import { FOLDERS, type Place, pathOf, placeOf } from './tree.ts';

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;

/** What the sandbox wants to know of a session's doings; names are those of files in `inbound`. */
export interface SessionEvents {
  /** An upload began or went on: not to be picked up until it is complete. */
  uploadOpened(name: string): void;
  /** The client is told only when this is done. */
  uploadComplete(name: string): Promise<void>;
  renamed(from: string, to: string): Promise<void>;
  removed(name: string): void;
}

export interface SessionOptions {
  /** The folder that holds `inbound` and `outbound`. */
  readonly root: string;
  readonly faults: SandboxFaults;
  readonly events: SessionEvents;
  /** Ends the TCP connection at once. */
  readonly drop: (why: string) => void;
  readonly log: (line: string) => void;
}

type Opened =
  | { readonly kind: 'upload'; readonly file: FileHandle; readonly name: string; stored: number }
  | { readonly kind: 'download'; readonly file: FileHandle; sent: number }
  | { readonly kind: 'list'; entries: FileEntry[] };

/** Names answered at once; a long listing takes several requests. */
const LIST_PAGE = 100;
/** Longest read answered at once, in bytes. */
const MAX_READ = 256 * 1024;

/** A refusal with the SFTP status that the client gets. */
class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface Session {
  /** To be called when the connection is gone. Resolves when the request under way is done and every file is closed. */
  end(): Promise<void>;
}

export function serveSession(sftp: SFTPWrapper, options: SessionOptions): Session {
  const { faults, events, log } = options;
  const openFiles = new Map<number, Opened>();
  let nextHandle = 1;
  let dropped = false;
  let work: Promise<void> = Promise.resolve();

  /** Requests are answered in their order, so that a close never overtakes the writes before it. */
  const onRequest = <Arguments extends unknown[]>(
    operation: string,
    answer: (request: number, ...rest: Arguments) => Promise<void>,
  ) => {
    sftp.on(operation, (request: number, ...rest: Arguments) => {
      work = work.then(async () => {
        if (dropped) return;
        if (faults.delayMilliseconds > 0) await wait(faults.delayMilliseconds);
        try {
          await answer(request, ...rest);
        } catch (error) {
          const [status, message] = refusalOf(error);
          log(`${operation} refused: ${message}`);
          sftp.status(request, status, message);
        }
      });
    });
  };

  const dropConnection = (why: string) => {
    dropped = true;
    options.drop(why);
  };

  const localPath = (place: Place) => join(options.root, pathOf(place));

  const keep = (request: number, opened: Opened) => {
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(nextHandle);
    openFiles.set(nextHandle++, opened);
    sftp.handle(request, handle);
  };

  const opened = <Kind extends Opened['kind']>(
    handle: Buffer,
    kind: Kind,
  ): Extract<Opened, { kind: Kind }> => {
    const found = handle.length === 4 ? openFiles.get(handle.readUInt32BE()) : undefined;
    if (found?.kind !== kind) throw new Refusal(STATUS_CODE.FAILURE, 'no such handle');
    return found as Extract<Opened, { kind: Kind }>;
  };

  onRequest<[string, number]>('OPEN', async (request, path, flags) => {
    const place = known(path);
    if (place.kind !== 'file') throw new Refusal(STATUS_CODE.FAILURE, 'not a file');
    if ((flags & OPEN_MODE.WRITE) === 0) {
      const file = await open(localPath(place), constants.O_RDONLY | constants.O_NOFOLLOW);
      log(`download ${pathOf(place)}`);
      return keep(request, { kind: 'download', file, sent: 0 });
    }
    if (place.folder !== 'inbound') throw new Refusal(STATUS_CODE.PERMISSION_DENIED, 'uploads go to inbound');
    if (faults.diskFull) throw new Refusal(STATUS_CODE.FAILURE, 'no space left on device');
    let mode = constants.O_WRONLY | constants.O_NOFOLLOW;
    if (flags & OPEN_MODE.CREAT) mode |= constants.O_CREAT;
    if (flags & OPEN_MODE.TRUNC) mode |= constants.O_TRUNC;
    if (flags & OPEN_MODE.EXCL) mode |= constants.O_EXCL;
    events.uploadOpened(place.name);
    const file = await open(localPath(place), mode, 0o600);
    log(`upload ${pathOf(place)}`);
    keep(request, { kind: 'upload', file, name: place.name, stored: 0 });
  });

  onRequest<[Buffer, number, Buffer]>('WRITE', async (request, handle, offset, data) => {
    const upload = opened(handle, 'upload');
    if (faults.diskFull) throw new Refusal(STATUS_CODE.FAILURE, 'no space left on device');
    const limit = faults.dropOnWriteAfterBytes ?? Number.POSITIVE_INFINITY;
    const fits = data.subarray(0, Math.max(0, limit - upload.stored));
    await upload.file.write(fits, 0, fits.length, offset);
    upload.stored += fits.length;
    if (fits.length < data.length) return dropConnection(`upload cut after ${upload.stored} bytes`);
    sftp.status(request, STATUS_CODE.OK);
  });

  onRequest<[Buffer, number, number]>('READ', async (request, handle, offset, length) => {
    const download = opened(handle, 'download');
    const limit = faults.dropOnReadAfterBytes ?? Number.POSITIVE_INFINITY;
    if (download.sent >= limit) return dropConnection(`download cut after ${download.sent} bytes`);
    const buffer = Buffer.alloc(Math.min(length, MAX_READ, limit - download.sent));
    const { bytesRead } = await download.file.read(buffer, 0, buffer.length, offset);
    if (bytesRead === 0) return sftp.status(request, STATUS_CODE.EOF);
    download.sent += bytesRead;
    sftp.data(request, buffer.subarray(0, bytesRead));
  });

  onRequest<[Buffer]>('CLOSE', async (request, handle) => {
    const key = handle.length === 4 ? handle.readUInt32BE() : 0;
    const closing = openFiles.get(key);
    if (!closing) throw new Refusal(STATUS_CODE.FAILURE, 'no such handle');
    openFiles.delete(key);
    if (closing.kind !== 'list') await closing.file.close();
    if (closing.kind === 'upload') {
      log(`uploaded /inbound/${closing.name}, ${closing.stored} bytes`);
      await events.uploadComplete(closing.name);
      if (faults.dropOnClose) return dropConnection('after a complete upload');
    }
    sftp.status(request, STATUS_CODE.OK);
  });

  onRequest<[string]>('OPENDIR', async (request, path) => {
    const place = known(path);
    if (faults.dropOnList) return dropConnection('on a listing');
    if (place.kind === 'file') throw new Refusal(STATUS_CODE.NO_SUCH_FILE, 'no such folder');
    const names = place.kind === 'root' ? [...FOLDERS] : await readdir(localPath(place));
    const entries = await Promise.all(
      names.sort().map(async (name) => {
        // A file may vanish between the listing and the look at it: it is left out then.
        const stats = await lstat(join(localPath(place), name)).catch(() => undefined);
        return stats && (stats.isFile() || place.kind === 'root') ? [entryOf(name, stats)] : [];
      }),
    );
    log(`list ${pathOf(place)}, ${entries.flat().length} entries`);
    keep(request, { kind: 'list', entries: entries.flat() });
  });

  onRequest<[Buffer]>('READDIR', async (request, handle) => {
    const listing = opened(handle, 'list');
    if (listing.entries.length === 0) return sftp.status(request, STATUS_CODE.EOF);
    sftp.name(request, listing.entries.splice(0, LIST_PAGE));
  });

  const answerStat = async (request: number, path: string) => {
    const stats = await lstat(localPath(known(path)));
    if (stats.isSymbolicLink()) throw new Refusal(STATUS_CODE.NO_SUCH_FILE, 'no such file');
    sftp.attrs(request, attributesOf(stats));
  };
  onRequest<[string]>('STAT', answerStat);
  onRequest<[string]>('LSTAT', answerStat);
  onRequest<[Buffer]>('FSTAT', async (request, handle) => {
    const found = handle.length === 4 ? openFiles.get(handle.readUInt32BE()) : undefined;
    if (!found || found.kind === 'list') throw new Refusal(STATUS_CODE.FAILURE, 'no such handle');
    sftp.attrs(request, attributesOf(await found.file.stat()));
  });

  // Times and modes of a file mean nothing here; clients that set them after an upload shall not fail.
  onRequest<[string]>('SETSTAT', async (request, path) => {
    await lstat(localPath(known(path)));
    sftp.status(request, STATUS_CODE.OK);
  });
  onRequest<[Buffer]>('FSETSTAT', async (request) => sftp.status(request, STATUS_CODE.OK));

  onRequest<[string]>('REALPATH', async (request, path) => {
    const filename = pathOf(known(path));
    sftp.name(request, [
      { filename, longname: filename, attrs: { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 } },
    ]);
  });

  onRequest<[string]>('REMOVE', async (request, path) => {
    const place = known(path);
    if (place.kind !== 'file') throw new Refusal(STATUS_CODE.FAILURE, 'not a file');
    await unlink(localPath(place));
    if (place.folder === 'inbound') events.removed(place.name);
    log(`removed ${pathOf(place)}`);
    sftp.status(request, STATUS_CODE.OK);
  });

  onRequest<[string, string]>('RENAME', async (request, from, to) => {
    const [source, target] = [known(from), known(to)];
    if (source.kind !== 'file' || target.kind !== 'file' || target.folder !== source.folder) {
      throw new Refusal(STATUS_CODE.PERMISSION_DENIED, 'files are renamed within their folder only');
    }
    // A link fails when the target exists, in one step; rename would replace it.
    await link(localPath(source), localPath(target));
    await unlink(localPath(source));
    if (source.folder === 'inbound') await events.renamed(source.name, target.name);
    log(`renamed ${pathOf(source)} to ${pathOf(target)}`);
    sftp.status(request, STATUS_CODE.OK);
  });

  for (const operation of ['MKDIR', 'RMDIR']) {
    onRequest(operation, async () => {
      throw new Refusal(STATUS_CODE.PERMISSION_DENIED, 'the folders are fixed');
    });
  }
  for (const operation of ['SYMLINK', 'READLINK', 'EXTENDED']) {
    onRequest(operation, async () => {
      throw new Refusal(STATUS_CODE.OP_UNSUPPORTED, 'not supported');
    });
  }

  /** A file that holds its last segment is whole, though nobody closed it. */
  const letGo = async (left: Opened) => {
    if (left.kind === 'list') return;
    await left.file.close();
    if (left.kind === 'upload' && (await isWhole(join(options.root, 'inbound', left.name))))
      await events.uploadComplete(left.name);
  };

  return {
    end() {
      dropped = true;
      work = work.then(async () => {
        for (const left of openFiles.values()) await letGo(left);
        openFiles.clear();
      });
      return work;
    },
  };
}

/** An interchange ends with its IEA. */
async function isWhole(path: string): Promise<boolean> {
  const content = await readFile(path, 'latin1').catch(() => '');
  return /[^A-Za-z0-9\s]\s*IEA[^A-Za-z0-9\s]\d+[^A-Za-z0-9\s]\d+[^A-Za-z0-9\s]\s*$/.test(content.slice(-200));
}

function known(path: string): Place {
  const place = placeOf(path);
  if (!place) throw new Refusal(STATUS_CODE.NO_SUCH_FILE, 'no such file');
  return place;
}

/** Status and text for the client; the text never holds a path of this machine. */
function refusalOf(error: unknown): [number, string] {
  if (error instanceof Refusal) return [error.status, error.message];
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return [STATUS_CODE.NO_SUCH_FILE, 'no such file'];
  if (code === 'EEXIST') return [STATUS_CODE.FAILURE, 'the target exists'];
  return [STATUS_CODE.FAILURE, 'failure'];
}
