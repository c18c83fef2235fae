/** Where questions may go: encrypted, and to a host of this clearinghouse alone. This machine itself may be asked as it is. */
import { err, ok, type Result } from '@claimside/shared/values';
import type { RealTimeService } from '../clearinghouse/index.ts';
import { type RealTimeTrouble, troubleOf } from './trouble.ts';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/;

export function addressOf({
  urls,
  form,
  allowedHosts,
}: Pick<RealTimeService, 'urls' | 'form' | 'allowedHosts'>): Result<URL, RealTimeTrouble> {
  if (!URL.canParse(urls[form])) return err(troubleOf('ADDRESS'));
  const url = new URL(urls[form]);
  // A name or password in the address would be in every log on the way.
  if (url.username !== '' || url.password !== '') return err(troubleOf('ADDRESS'));
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!isSafe) return err(troubleOf('ADDRESS-UNSAFE'));
  const host = url.hostname.replace(/\.+$/, '');
  const isIts = allowedHosts === null || new RegExp(allowedHosts, 'i').test(host);
  return isIts ? ok(url) : err(troubleOf('ADDRESS-FOREIGN'));
}
