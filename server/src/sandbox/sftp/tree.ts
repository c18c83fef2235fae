/** What a login sees: `/`, `/inbound`, `/outbound` and the files directly in them. No path leads anywhere else. */
import { posix } from 'node:path';

export const FOLDERS = ['inbound', 'outbound'] as const;
export type Folder = (typeof FOLDERS)[number];

export type Place =
  | { readonly kind: 'root' }
  | { readonly kind: 'folder'; readonly folder: Folder }
  | { readonly kind: 'file'; readonly folder: Folder; readonly name: string };

/** Longest file name that the file systems below can hold, in bytes. */
const MAX_NAME_BYTES = 255;

/** The place a client's path means, relative ones from `/`; undefined when it lies outside the tree. */
export function placeOf(path: string): Place | undefined {
  if (path.includes('\0')) return undefined;
  const [first = '', name, ...deeper] = posix.resolve('/', path).split('/').slice(1);
  if (first === '') return { kind: 'root' };
  const folder = FOLDERS.find((known) => known === first);
  if (folder === undefined || deeper.length > 0) return undefined;
  if (name === undefined) return { kind: 'folder', folder };
  return Buffer.byteLength(name) > MAX_NAME_BYTES ? undefined : { kind: 'file', folder, name };
}

/** The path as the client should see it. */
export function pathOf(place: Place): string {
  if (place.kind === 'root') return '/';
  return place.kind === 'folder' ? `/${place.folder}` : `/${place.folder}/${place.name}`;
}
