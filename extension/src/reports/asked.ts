/** Which days a report is of, by what its rows are, and of whom alone: as the page's address says it. Nothing of a patient. */
import { REPORT_GROUPS, type ReportGroup } from '@claimside/shared/api';
import { type IsoDate, isIsoDate } from '@claimside/shared/values';

export interface Asked {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly by: ReportGroup;
  /** Of one payer alone, by its name. */
  readonly payer?: string | undefined;
  /** Of one who treats alone, by the NPI. */
  readonly provider?: string | undefined;
}

export const PRESETS = ['this-month', 'three-months', 'twelve-months', 'this-year'] as const;
export type Preset = (typeof PRESETS)[number];

export const PRESET_WORDS: Readonly<Record<Preset, string>> = {
  'this-month': 'This month',
  'three-months': 'Last 3 months and this one',
  'twelve-months': 'Last 12 months and this one',
  'this-year': 'This year',
};

/** Whole months before this one. */
const MONTHS: Readonly<Record<Exclude<Preset, 'this-year'>, number>> = {
  'this-month': 0,
  'three-months': 3,
  'twelve-months': 12,
};

/** Up to today. */
export function spanOf(preset: Preset, today: IsoDate): Pick<Asked, 'from' | 'to'> {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const first =
    preset === 'this-year'
      ? new Date(Date.UTC(year, 0, 1))
      : new Date(Date.UTC(year, month - 1 - MONTHS[preset], 1));
  return { from: first.toISOString().slice(0, 10) as IsoDate, to: today };
}

/** Undefined where the days are those of no preset. */
export const presetOf = ({ from, to }: Pick<Asked, 'from' | 'to'>, today: IsoDate): Preset | undefined =>
  PRESETS.find((preset) => {
    const span = spanOf(preset, today);
    return span.from === from && span.to === to;
  });

/** Of an address that says nothing, or nothing that can be: the last 12 months by payer. */
export function askedIn(search: string, today: IsoDate): Asked {
  const params = new URLSearchParams(search);
  const [from = '', to = ''] = [params.get('from') ?? '', params.get('to') ?? ''];
  const by = REPORT_GROUPS.find((group) => group === params.get('by')) ?? 'payer';
  const isSpan = isIsoDate(from) && isIsoDate(to) && from <= to;
  const [payer, provider] = [params.get('payer'), params.get('provider')];
  return {
    ...(isSpan ? { from, to } : spanOf('twelve-months', today)),
    by,
    ...(payer && { payer }),
    ...(provider && { provider }),
  };
}

export function addressOf({ from, to, by, payer, provider }: Asked): string {
  const query = { from, to, by, ...(payer && { payer }), ...(provider && { provider }) };
  return `?${new URLSearchParams(query)}`;
}
