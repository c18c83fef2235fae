/** Says that the practice switched off what would read this page, as nothing else on it would tell. */
import { useEffect, useState } from 'preact/hooks';
import { switchedOffFor } from '../../recipes/switched-off.ts';
import { Banner } from '../../ui/parts/index.ts';
import type { VisitOfPage } from './use-visit.ts';

/** Where a recipe reads the page, another one that is off is missed by nobody. */
export function RecipeOff({ page }: { page: VisitOfPage }) {
  const { state, link } = page;
  const capture =
    state.kind === 'visit' ? state.visit.capture : state.kind === 'no-visit' ? state.capture : undefined;
  const isUnknown = capture?.ehr === 'generic';
  const [name, setName] = useState<string>();
  useEffect(() => {
    let isOver = false;
    setName(undefined);
    if (isUnknown && link)
      void switchedOffFor(link.tabId).then((found) => {
        if (!isOver) setName(found);
      });
    return () => {
      isOver = true;
    };
  }, [isUnknown, link, capture?.binding.documentId]);
  if (name === undefined) return null;
  return (
    <Banner tone="warning">
      Your practice switched off how {name} is read, so this page is read like one that Claimside does not
      know, and less is certain. An admin can switch it on again in the options, under “How pages are read”.
    </Banner>
  );
}
