/** Everything to say about a visit in one list: the edits' findings, what the server refused, values read unsurely. */

import { isWithin } from '@claimside/shared/claim';
import { type EditContext, type Finding, runEdits } from '@claimside/shared/edits';
import { formatMoney } from '@claimside/shared/values';
import { chargeForUnits } from './charge-units.ts';
import { fieldNameOf, labelOf, placeOnCard } from './claim-fields/find.ts';
import { draftToBill } from './descriptions.ts';
import { CHARGE_OF_OTHER_UNITS, type Fix, fixFor } from './fixes.ts';
import type { VisitForm } from './form.ts';
import { looksToAsk, UNSURE } from './looks.ts';
import { unfinished } from './unfinished.ts';
import { unreadFindings } from './unread.ts';
import { whyUnsure } from './why-unsure.ts';

export interface VisitNotice {
  /** Unique within the visit. */
  readonly key: string;
  readonly finding: Finding;
  /** One press, when the way out is certain. */
  readonly fix: Fix | undefined;
  /** How many values it asks to look at, where that is not one. */
  readonly values?: number;
}

/** Errors first within each field; `refused` are findings of the server that our own edits did not have. */
export function noticesOf(
  form: VisitForm,
  context: EditContext,
  refused: readonly Finding[] = [],
): VisitNotice[] {
  const edits = runEdits(draftToBill(form, context.codeSets), context);
  const unread = unreadFindings(form);
  // What is said of the value from before is not said of what was typed over it.
  const isRead = ({ path }: Finding): boolean => !unread.some((typed) => typed.path === path);
  const ofDraft = datesAsOne(form, [...edits, ...unfinished(form.draft, edits)]).filter(isRead);
  const own = [...unread, ...withProviderOfChart(form, ofDraft)];
  const known = new Set(own.map(keyOf));
  const asNotice = (finding: Finding): VisitNotice => ({
    key: keyOf(finding),
    finding,
    fix: fixFor(finding, form),
  });
  return [
    ...[...own, ...refused.filter((finding) => !known.has(keyOf(finding)))].map(asNotice),
    ...unsureValues(form, own).map(({ values, finding }) => ({ ...asNotice(finding), values })),
    ...chargesOfOtherUnits(form).filter(isRead).map(asNotice),
  ];
}

export const blocks = (notice: VisitNotice): boolean => notice.finding.severity === 'error';

/** Keeps the visit from being billed until a person has compared the value with the chart. */
export const asksForLook = (notice: VisitNotice): boolean => notice.finding.id === UNSURE;

/** Format only, put right when the claim is written: nobody has to do anything. */
export const isRepair = (notice: VisitNotice): boolean => notice.finding.severity === 'repaired';

/** Notices at or under any of the paths. */
export function noticesAt(notices: readonly VisitNotice[], ...paths: readonly string[]): VisitNotice[] {
  return notices.filter(({ finding }) => paths.some((path) => isWithin(finding.path, path)));
}

/** What keeps the visit from being billed first, then what only is to know; each in the order of the card. */
export function inTurn(notices: readonly VisitNotice[]): VisitNotice[] {
  const placed = notices
    .map((notice) => ({ notice, place: placeOnCard(notice.finding.path) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ notice }) => notice);
  return [
    ...placed.filter(blocks),
    ...placed.filter((notice) => !blocks(notice) && asksForLook(notice)),
    ...placed.filter((notice) => !blocks(notice) && !asksForLook(notice)),
  ];
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? -1);
}

/** The notice to go to next, or before, from the one gone to last; one that was answered meanwhile counts as passed. */
export function stepTo(
  notices: readonly VisitNotice[],
  last: { readonly key: string; readonly index: number } | undefined,
  by: 1 | -1,
): { readonly key: string; readonly index: number } | undefined {
  if (notices.length === 0) return undefined;
  const at = notices.findIndex(({ key }) => key === last?.key);
  // Where the last one stood, the next one has moved up.
  const gone = by === 1 ? (last?.index ?? 0) : (last?.index ?? 0) - 1;
  const next = at === -1 ? gone : at + by;
  const index = (next + notices.length) % notices.length;
  return { key: notices[index]?.key ?? '', index };
}

/** Where no line has a date, the visit has none: said once, at the field for all lines. */
function datesAsOne({ draft }: VisitForm, findings: readonly Finding[]): Finding[] {
  const isOfDate = ({ id, path }: Finding): boolean =>
    id === 'required' && /^serviceLines\.\d+\.serviceDate$/.test(path);
  const [first, second] = findings.filter(isOfDate);
  const isAll = (draft.serviceLines ?? []).every(({ serviceDate }) => serviceDate === undefined);
  if (!first || !second || !isAll) return [...findings];
  return [{ ...first, path: 'visitDate' }, ...findings.filter((finding) => !isOfDate(finding))];
}

/** Who saw the patient stands in the chart, and only the practice does not know them: a claim without them is not sent by mistake. */
function withProviderOfChart({ read }: VisitForm, findings: readonly Finding[]): Finding[] {
  const isUnknown = read.notes.some(({ code }) => code === 'unknown-provider');
  return findings.map((finding) =>
    isUnknown && finding.id === 'rendering-needed'
      ? {
          ...finding,
          severity: 'error',
          message: 'The chart names who saw the patient, and that provider is not in the practice’s list.',
          fix: 'Choose the provider, or ask an admin to add them to the practice.',
        }
      : finding,
  );
}

/** What was read unsurely, as it is asked; a value that is wrong anyway is not said twice. */
function unsureValues(form: VisitForm, own: readonly Finding[]): { values: number; finding: Finding }[] {
  const errors = own.filter(({ severity }) => severity === 'error');
  const isWrong = (path: string): boolean => errors.some((finding) => isWithin(finding.path, path));
  return looksToAsk(form).flatMap((together) => {
    const looks = together.filter(({ paths }) => !paths.every(isWrong));
    const path = looks[0]?.paths.find((each) => !isWrong(each));
    if (path === undefined) return [];
    const finding: Finding = {
      id: UNSURE,
      severity: 'warning',
      path,
      message: `${namesOf(looks.flatMap(({ paths }) => paths))}: read, but not for certain.`,
      fix: whyUnsure(looks.map(({ origin }) => origin)),
    };
    return [{ values: looks.length, finding }];
  });
}

/** What was read from one place or is asked together, as a list: `Last name, first name`. */
function namesOf([first = '', ...others]: readonly string[]): string {
  const known = fieldNameOf(first);
  const more = others.map(fieldNameOf).filter((name) => name !== known);
  return [labelOf(first), ...new Set(more)].join(', ');
}

/** Lines whose units a person changed keep their charge, and say so. */
function chargesOfOtherUnits(form: VisitForm): Finding[] {
  return (form.draft.serviceLines ?? []).flatMap((line, index): Finding[] => {
    const fitting = chargeForUnits(form, index);
    if (fitting === undefined || fitting === line.chargeAmount) return [];
    return [
      {
        id: CHARGE_OF_OTHER_UNITS,
        severity: 'warning',
        path: `serviceLines.${index}.chargeAmount`,
        message: 'The charge is still that of the units before.',
        fix: `At the same price per unit it is ${formatMoney(fitting)}.`,
      },
    ];
  });
}

const keyOf = (finding: Finding) => `${finding.id} ${finding.path}`;
