/** What every part of the visit card needs: the form, how to change it, what there is to say, and where to go. */
import type { EarlierCoverage, PracticeSettings } from '@claimside/shared/api';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Origin, VisitForm } from './form.ts';
import type { VisitNotice } from './notices.ts';
import type { Known } from './use-known.ts';

export interface VisitTools {
  readonly form: VisitForm;
  readonly practice: PracticeSettings | null;
  /** What its edits know besides the draft. */
  readonly known: Known;
  /** Coverages of earlier claims that may stand for the one that the page does not show. */
  readonly offers: readonly EarlierCoverage[];
  /** What wants a look, and what keeps the visit from being billed. */
  readonly notices: readonly VisitNotice[];
  /** What will be put right by itself. */
  readonly repairs: readonly VisitNotice[];
  update(change: (form: VisitForm) => VisitForm): void;
  /** Opens the part that holds the field and puts the focus into it. */
  goTo(path: string, notice?: string): void;
  /** The field last asked for; `turn` tells two requests for the same field apart. */
  readonly wanted: { readonly path: string; readonly turn: number };
}

export const VisitContext = createContext<VisitTools | undefined>(undefined);

export function useVisitTools(): VisitTools {
  const tools = useContext(VisitContext);
  if (!tools) throw new Error('used outside of a visit');
  return tools;
}

/** The class of a value's texture. What was typed where nothing was expected looks like any certain value. */
export const textureOf = ({ kind, isNew }: Origin): string => `from-${isNew ? 'sure' : kind}`;

/** Where a value comes from in one sentence, for tooltips and screen readers; empty when there is nothing to say. */
export function originSentence(origin: Origin): string {
  switch (origin.kind) {
    case 'missing':
    case 'by-hand':
    case 'earlier-claim':
      return origin.where;
    case 'unsure':
      return `Not certain, compare it with the chart. ${origin.where}${origin.raw ? `: “${origin.raw}”` : ''}`;
    case 'looked-at':
      return `Compared with the chart. ${origin.where}${origin.raw ? `: “${origin.raw}”` : ''}`;
    case 'sure':
      return origin.where === '' ? '' : `${origin.where}${origin.raw ? `: “${origin.raw}”` : ''}`;
  }
}
