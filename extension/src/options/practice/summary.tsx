/** The practice's data to look at. */
import type { PracticeSettings } from '@claimside/shared/api';
import { addressWords, billingName } from '@claimside/shared/claim';
import { Fragment } from 'preact';
import { providerName } from './parts.ts';

export function Summary({ practice, withLists }: { practice: PracticeSettings; withLists?: boolean }) {
  const { billingProvider: billing } = practice;
  return (
    <dl class="facts">
      <dt>Bills as</dt>
      <dd>
        {billingName(billing)}, NPI <span class="mono">{billing.npi}</span>
      </dd>
      <dt>Tax ID</dt>
      <dd>
        ends in <span class="mono">{billing.taxId.slice(-4)}</span>
      </dd>
      <dt>Address</dt>
      <dd>{addressWords(billing.address)}</dd>
      {withLists && <Lists practice={practice} />}
    </dl>
  );
}

function Lists({ practice }: { practice: PracticeSettings }) {
  return (
    <>
      {practice.billingProfiles?.map((profile) => (
        <Fragment key={profile.name}>
          <dt>{profile.name}</dt>
          <dd>
            {billingName(profile.billingProvider)}, NPI{' '}
            <span class="mono">{profile.billingProvider.npi}</span>
          </dd>
        </Fragment>
      ))}
      <dt>Providers</dt>
      <dd>{practice.providers.map(providerName).join('; ') || 'none'}</dd>
      <dt>Locations</dt>
      <dd>{practice.locations.map((one) => one.name).join('; ') || 'none'}</dd>
      <dt>Payers</dt>
      <dd>{practice.payers.length}</dd>
    </>
  );
}
