/** The worklists with more room than a sidebar has, as a page of its own: whatever asked for them says which. */
import { ClaimsTab } from '../sidebar/claims/claims-tab.tsx';
import { ExchangeTrouble } from '../sidebar/exchange-trouble.tsx';
import { mountPage, WithRole } from '../ui/own-page.tsx';
import '../sidebar/styles.ts';
import { claimsWantedIn } from './address.ts';
import './worklists.css';

export function mount(root: HTMLElement): void {
  mountPage(
    root,
    <WithRole
      heading="Claims"
      page={() => (
        <main class="worklists">
          <h1>Claims</h1>
          <ExchangeTrouble />
          <ClaimsTab wanted={claimsWantedIn(location.search)} />
        </main>
      )}
    />,
  );
}
