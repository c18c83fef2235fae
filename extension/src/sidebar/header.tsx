/** The line above every view: whose chart it is, and what is done with the page as a whole. */
import type { ComponentChildren } from 'preact';
import { browser } from 'wxt/browser';
import { IconButton } from '../ui/parts/index.ts';
import { isEmbedded } from './page-link.ts';
import type { VisitOfPage } from './visit/use-visit.ts';

export function Header(props: {
  patient?: ComponentChildren;
  page?: VisitOfPage;
  tabs?: ComponentChildren;
  /** Reads the page again, and asks again for what the practice knows. */
  onReread?: () => void;
  /** There are patients to be looked at. */
  isPaired?: boolean;
  /** Undefined for who may not say how pages are read. */
  teach?: (() => void) | undefined;
}) {
  const { patient, page, teach, onReread } = props;
  return (
    <header class="head">
      <div class="head-line">
        <h1 class="head-title">{patient || 'Claimside'}</h1>
        {page?.link && (
          <IconButton label="Read the page again" icon="retry" onClick={onReread ?? page.reread} />
        )}
        {teach && <IconButton label="Teach Claimside this page" icon="point" onClick={teach} />}
        {props.isPaired && (
          <IconButton
            label="Patients"
            icon="people"
            onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('/patients.html') })}
          />
        )}
        <IconButton label="Options" icon="settings" onClick={() => void browser.runtime.openOptionsPage()} />
        {isEmbedded() && page?.link && (
          <IconButton label="Close, back to the chart (Esc)" icon="close" onClick={page.link.closeSidebar} />
        )}
      </div>
      {props.tabs}
    </header>
  );
}
