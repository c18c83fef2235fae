/** A value once nobody has changed it for a while, so that nothing is asked at every key. */
import { useEffect, useState } from 'preact/hooks';

/** The first value counts at once, later ones after `milliseconds` of rest. */
export function useSettled<T extends string | undefined>(value: T, milliseconds: number): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    if (value === settled) return;
    const timer = setTimeout(() => settle(value), settled === undefined ? 0 : milliseconds);
    return () => clearTimeout(timer);
  }, [value, settled, milliseconds]);
  return settled;
}
