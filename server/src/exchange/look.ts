/** What lies in the clearinghouse's inbound folder under the name of one of our files. */
import { ok, type Result } from '@claimside/shared/values';
import type { OutboundFile } from '../store/outbound-files.ts';
import type { ExchangeContext } from './context.ts';
import { isRefusal, type TransportError, type TransportSession } from './transport.ts';

/**
 * `empty`: the name alone. `beginning`: our bytes up to somewhere. Where files cannot be read, one of our size counts as `whole`; `hidden`: not even
 * looking is allowed.
 */
export type Found = 'nothing' | 'empty' | 'whole' | 'beginning' | 'other' | 'hidden';

/** SFTP statuses, and how our transport names the first. */
const GONE: readonly string[] = ['2', 'ENOENT'];

export const isGone = ({ code }: TransportError): boolean => GONE.includes(code);

export async function lookFor(
  { profile }: Pick<ExchangeContext, 'profile'>,
  session: TransportSession,
  { name }: Pick<OutboundFile, 'name'>,
  bytes: Buffer,
): Promise<Result<Found, TransportError>> {
  const folder = profile.folders.inbound;
  const size = await session.sizeOf(folder, name);
  if (!size.ok) return isRefusal(size.error) ? ok('hidden') : size;
  if (size.value === undefined) return ok('nothing');
  if (size.value === 0) return ok('empty');
  const bySize = size.value === bytes.length ? 'whole' : 'other';
  if (!profile.inboundIsReadable) return ok(bySize);
  const content = await session.download(folder, { name, size: size.value, modified: 0 });
  if (content.ok) return ok(compare(content.value, bytes));
  if (isGone(content.error)) return ok('nothing');
  return isRefusal(content.error) || content.error.code === 'TOO-LARGE' ? ok(bySize) : content;
}

function compare(there: Buffer, ours: Buffer): Found {
  if (there.equals(ours)) return 'whole';
  return there.length < ours.length && ours.subarray(0, there.length).equals(there) ? 'beginning' : 'other';
}
