/** People, organizations and addresses of a claim in words. */
import { type AddressLike, addressWords } from '@claimside/shared/claim';
import { rest } from './words.ts';

interface Named {
  readonly organizationName?: string | undefined;
  readonly firstName?: string | undefined;
  readonly middleName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly suffix?: string | undefined;
}

/** The fields that a name is made of. */
export const NAMES = ['organizationName', 'firstName', 'middleName', 'lastName', 'suffix', 'kind'] as const;

export function nameOf(who: Named | undefined): string {
  const { organizationName, firstName, middleName, lastName, suffix } = who ?? {};
  return organizationName ?? [firstName, middleName, lastName, suffix].filter(Boolean).join(' ');
}

interface Party extends Named {
  readonly name?: string | Named | undefined;
  readonly npi?: string | undefined;
  readonly address?: AddressLike | undefined;
}

/** Name, NPI, everything else by the names of its fields, and the address as a line of its own; names in `told` are left out. */
export function party(part: string, who: Party, ...told: readonly string[]): string[] {
  const { name, npi, address } = who;
  const called = typeof name === 'string' ? name : nameOf(name ?? who);
  const said = [
    called || '?',
    ...(npi === undefined ? [] : [`NPI ${npi}`]),
    ...rest(part, who, 'name', 'npi', 'address', ...NAMES, ...told),
  ];
  return [said.join(', '), ...(address ? [addressWords(address)] : [])];
}
