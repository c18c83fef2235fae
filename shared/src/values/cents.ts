/** Money as whole US cents, never as a float. */
export type Cents = number & { readonly __brand: 'Cents' };

/** Whole cents as Cents. Throws on a fraction: that is a bug in the caller, not bad input. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError('money must be whole cents');
  return value as Cents;
}

/** The exact sum in cents; an empty list is 0. */
export function sumCents(values: readonly Cents[]): Cents {
  return cents(values.reduce<number>((total, value) => total + value, 0));
}

/**
 * Reads money as people and pages write it: `$1,234.50`, `185`, `12.5`, `.5`, `(12.00)`, `-12`.
 * Undefined when the text is not exactly one amount with at most two decimals.
 */
export function parseMoney(text: string): Cents | undefined {
  const match = /^(-)?(\()?\s*(-)?\$?\s*(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d{0,2}))?\s*(\))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, minus, open, innerMinus, whole = '', fraction = '', close] = match;
  if (whole === '' && fraction === '') return undefined;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const amount = Number(whole.replaceAll(',', '') || '0') * 100 + Number(fraction.padEnd(2, '0') || '0');
  if (!Number.isSafeInteger(amount)) return undefined;
  return cents(minus || open || innerMinus ? 0 - amount : amount);
}

/** `$1,234.50`; a negative amount as `-$12.00`. */
export function formatMoney(amount: Cents): string {
  const whole = Math.trunc(Math.abs(amount) / 100);
  const fraction = String(Math.abs(amount) % 100).padStart(2, '0');
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}$${grouped}.${fraction}`;
}
