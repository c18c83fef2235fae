/** The dot on the page's edge tab. */
import { useEffect } from 'preact/hooks';
import { useLive } from '../ui/server/index.ts';
import type { PageLink } from './page-link.ts';
import { asksForLook, blocks } from './visit/notices.ts';
import type { VisitTools } from './visit/visit-context.tsx';
import type { Standing } from './visit/visit-tab.tsx';

export function useDot(
  link: PageLink | undefined,
  tools: VisitTools | undefined,
  standing: Standing,
  isBarred: boolean,
) {
  const live = useLive();
  const state =
    live.kind === 'waiting'
      ? 'offline'
      : !tools || standing.kind !== 'none'
        ? 'none'
        : isBarred || tools.notices.some((notice) => blocks(notice) || asksForLook(notice))
          ? 'look'
          : 'ready';
  useEffect(() => link?.dot(state), [link, state]);
}
