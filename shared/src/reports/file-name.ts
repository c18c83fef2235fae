/** How a report's file is called: days, and of whom alone it is; no patient. */

/** Without its ending: `report-rows-2026-01-01-2026-11-28-payer-example-health-plan`. `table`: undefined where all of them are in it. */
export function reportFileName(asked: {
  readonly table?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly payer?: string | undefined;
  /** The NPI. */
  readonly provider?: string | undefined;
}): string {
  const { table, from, to, payer, provider } = asked;
  return [
    'report',
    ...(table ? [table] : []),
    from,
    to,
    ...(payer === undefined ? [] : ['payer', ...inFileName(payer)]),
    ...(provider === undefined ? [] : ['provider', ...inFileName(provider)]),
  ].join('-');
}

const MOST_LETTERS = 40;

/** Letters of English and digits alone, which no system of files refuses; nothing where there are none. */
function inFileName(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const safe = words.join('-').slice(0, MOST_LETTERS).replace(/-$/, '');
  return safe === '' ? [] : [safe];
}
