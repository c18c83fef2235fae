/** The last list that was asked about, found again after a reload. In the extension's session storage, by its id and its day alone. */
import { type IsoDate, isIsoDate } from '@claimside/shared/values';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { usePairing } from '../../ui/server/index.ts';

export interface ListKept {
  readonly id: string;
  /** The date of service that payers were asked about. */
  readonly day: IsoDate;
}

/** Undefined where none is kept; `keep` without one forgets it. Each pairing has its own. */
export function useListKept(): readonly [
  list: ListKept | undefined,
  keep: (list: ListKept | undefined) => void,
] {
  const pairing = usePairing();
  const deviceId = pairing.kind === 'paired' ? pairing.credentials.deviceId : '';
  const key = `coverage-list ${deviceId}`;
  const [list, setList] = useState<ListKept>();
  useEffect(() => {
    void browser.storage.session.get(key).then(({ [key]: kept }) => {
      // One that was begun meanwhile is the last.
      if (isListKept(kept)) setList((now) => now ?? kept);
    });
  }, [key]);
  const keep = (next: ListKept | undefined) => {
    setList(next);
    void (next === undefined
      ? browser.storage.session.remove(key)
      : browser.storage.session.set({ [key]: next }));
  };
  return [list, keep];
}

const isListKept = (kept: unknown): kept is ListKept =>
  typeof kept === 'object' &&
  kept !== null &&
  'id' in kept &&
  typeof kept.id === 'string' &&
  'day' in kept &&
  typeof kept.day === 'string' &&
  isIsoDate(kept.day);
