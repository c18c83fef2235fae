/** Spans of time as people say them. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** "5 minutes", "3 hours", "2 days": whole, rounded down, at least one minute. */
export function spanWords(milliseconds: number): string {
  const [unit, length] =
    milliseconds >= 2 * DAY
      ? (['day', DAY] as const)
      : milliseconds >= 2 * HOUR
        ? (['hour', HOUR] as const)
        : (['minute', MINUTE] as const);
  const many = Math.max(1, Math.floor(milliseconds / length));
  return `${many} ${unit}${many === 1 ? '' : 's'}`;
}
