/** How much room the data has. */
import { statfs } from 'node:fs/promises';

/** Bytes that this user may still write on the disk of `folder`. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
