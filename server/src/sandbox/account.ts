/** The one login of a sandbox: given by its starter or made once, and kept in the data folder. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Runtime, randomText } from '../runtime.ts';

const Account = z.object({ username: z.string().min(1), password: z.string().min(1) });
export type Account = z.infer<typeof Account>;

const FILE = 'account.json';

/** What is given goes before what is kept; what is neither is made. */
export async function keptAccount(
  dataDir: string,
  given: { readonly username?: string | undefined; readonly password?: string | undefined },
  runtime: Pick<Runtime, 'randomBytes'>,
): Promise<Account> {
  const path = join(dataDir, FILE);
  const kept = await readFile(path, 'utf8').then(
    (text) => Account.parse(JSON.parse(text)),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
  const account: Account = {
    username: given.username ?? kept?.username ?? 'TRAINING',
    password: given.password ?? kept?.password ?? randomText(runtime, 'abcdefghjkmnpqrstvwxyz23456789', 12),
  };
  await writeFile(path, `${JSON.stringify(account)}\n`, { mode: 0o600 });
  return account;
}

export function isAccount(account: Account, shown: Account): boolean {
  return same(shown.username, account.username) && same(shown.password, account.password);
}

/** Compares without telling by its duration where texts differ. */
function same(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
