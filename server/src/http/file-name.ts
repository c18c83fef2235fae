/** Names of files that people bring and take away. */
import { z } from '@hono/zod-openapi';

export const FileNameHeader = z.object({
  'x-file-name': z.string().min(1).max(600).meta({ description: 'The name of the file, percent-encoded.' }),
});

/** As the person's computer calls it, without a folder. */
export function fileNameOf(encoded: string): string {
  let name = encoded;
  try {
    name = decodeURIComponent(encoded);
  } catch {
    // Not encoded: as it came.
  }
  return name.split(/[/\\]/).at(-1)?.trim().slice(-200) || 'file';
}

/** A name from someone else's server, made harmless for a header and a disk. */
export function safeFileName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^[._]+/, '');
  return safe.slice(-100) || 'file';
}
