/** File attributes and directory entries as SFTP clients expect them. */
import type { Stats } from 'node:fs';
import type { Attributes, FileEntry } from 'ssh2';

const OWNER = 1000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function attributesOf(stats: Stats): Attributes {
  return {
    mode: stats.isDirectory() ? 0o040755 : 0o100644,
    uid: OWNER,
    gid: OWNER,
    size: stats.size,
    atime: Math.trunc(stats.atimeMs / 1000),
    mtime: Math.trunc(stats.mtimeMs / 1000),
  };
}

/** `longname` is what `ls -l` prints: some clients take a file's kind and rights from it. */
export function entryOf(filename: string, stats: Stats): FileEntry {
  const rights = stats.isDirectory() ? 'drwxr-xr-x' : '-rw-r--r--';
  const at = stats.mtime;
  const date = `${MONTHS[at.getUTCMonth()]} ${String(at.getUTCDate()).padStart(2)}  ${at.getUTCFullYear()}`;
  const longname = `${rights}    1 sandbox  sandbox  ${String(stats.size).padStart(10)} ${date} ${filename}`;
  return { filename, longname, attrs: attributesOf(stats) };
}
