/** The last list that was asked about, found again after a reload. In the extension's session storage, by its id alone. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { usePairing } from '../../ui/server/index.ts';

/** Its id, undefined where none is kept; `keep` without an id forgets it. Each pairing has its own. */
export function useListKept(): readonly [id: string | undefined, keep: (id: string | undefined) => void] {
  const pairing = usePairing();
  const deviceId = pairing.kind === 'paired' ? pairing.credentials.deviceId : '';
  const key = `coverage-list ${deviceId}`;
  const [id, setId] = useState<string>();
  useEffect(() => {
    void browser.storage.session.get(key).then(({ [key]: kept }) => {
      // One that was begun meanwhile is the last.
      if (typeof kept === 'string') setId((now) => now ?? kept);
    });
  }, [key]);
  const keep = (next: string | undefined) => {
    setId(next);
    void (next === undefined
      ? browser.storage.session.remove(key)
      : browser.storage.session.set({ [key]: next }));
  };
  return [id, keep];
}
