/** Escape goes back to the chart, unless something in here had use for it. */
import { useEffect } from 'preact/hooks';
import { isEmbedded, type PageLink } from './page-link.ts';
import { leaveEdit } from './visit/leave-edit.ts';

export function useEscape(link: PageLink | undefined) {
  useEffect(() => {
    const goBack = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (!leaveEdit() && isEmbedded()) link?.closeSidebar();
    };
    document.addEventListener('keydown', goBack);
    return () => document.removeEventListener('keydown', goBack);
  }, [link]);
}
