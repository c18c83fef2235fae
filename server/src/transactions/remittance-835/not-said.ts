/** Amounts that a remittance must have: told from 0 while they are read, and 0 with a path of what is lacking from then on. */
import { type Cents, cents } from '@claimside/shared/values';

/** An amount that was not read yet. */
export const NOT_SAID = Number.NaN as Cents;

const ZERO = cents(0);

type Amounts<Name extends string> = { [Key in Name]: Cents };

/** True when a claim or line says both of its amounts, as almost always. */
export function saysAll({ chargeAmount, paidAmount }: Amounts<'chargeAmount' | 'paidAmount'>): boolean {
  return !Number.isNaN(chargeAmount) && !Number.isNaN(paidAmount);
}

/** Makes what was not said 0 and gives its path. */
export function lackingIn<Name extends string>(
  target: Amounts<Name>,
  names: readonly Name[],
  prefix = '',
): string[] {
  const lacks: string[] = [];
  for (const name of names) {
    if (!Number.isNaN(target[name])) continue;
    target[name] = ZERO;
    lacks.push(prefix + name);
  }
  return lacks;
}

/** The same object without those amounts, unless somebody said them in the meantime. */
export function withoutLacking<Target extends object>(target: Target, lacks: readonly string[]): Target {
  const copy = structuredClone(target);
  for (const path of lacks) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce<unknown>((at, key) => propertyOf(at, key), copy);
    if (propertyOf(holder, last) === 0) Reflect.deleteProperty(Object(holder), last);
  }
  return copy;
}

function propertyOf(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}
