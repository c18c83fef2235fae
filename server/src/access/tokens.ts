/** Device tokens: 256 random bits that only the browser keeps; the server stores a SHA-256 hash and looks that up. */
import { createHash } from 'node:crypto';
import type { Runtime } from '../runtime.ts';

const PREFIX = 'cs_';

/** `cs_` and 43 base64url characters. The prefix lets secret scanners find a leaked one. */
export function newToken(runtime: Pick<Runtime, 'randomBytes'>): string {
  return PREFIX + runtime.randomBytes(32).toString('base64url');
}

/** Hex. Plain SHA-256 is enough: 256 random bits can't be tried out. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The token in an `Authorization: Bearer ...` header; undefined for anything else. */
export function bearerToken(header: string | undefined): string | undefined {
  const match = /^Bearer (cs_[A-Za-z0-9_-]{43})$/i.exec(header ?? '');
  return match?.[1];
}
