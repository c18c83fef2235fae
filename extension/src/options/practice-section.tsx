/** What the practice fills into every claim, to look at. */
import type { PracticeSettings } from '@claimside/shared/api';
import { billingName } from '@claimside/shared/claim';
import { Fragment } from 'preact';
import { Failed, Loading } from '../ui/parts/index.ts';
import { usePractice } from '../ui/server/index.ts';
import { Section } from './section.tsx';

export function PracticeSection() {
  const practice = usePractice();
  return (
    <Section
      title="Practice"
      intro="What no EHR page shows. It is set on the server with: claimside practice set."
    >
      {practice.data ? (
        <Summary practice={practice.data} />
      ) : practice.data === null ? (
        <p class="finding tone-warning">
          The practice is not set up yet, so no visit can be billed. On the server run: claimside practice
          set.
        </p>
      ) : practice.error ? (
        <Failed error={practice.error} onRetry={() => void practice.refetch()} />
      ) : (
        <Loading what="the practice" />
      )}
    </Section>
  );
}

function Summary({ practice }: { practice: PracticeSettings }) {
  const { billingProvider: billing } = practice;
  const { address } = billing;
  return (
    <dl class="facts">
      <dt>Bills as</dt>
      <dd>
        {billingName(billing)}, NPI <span class="mono">{billing.npi}</span>
      </dd>
      {practice.billingProfiles?.map((profile) => (
        <Fragment key={profile.name}>
          <dt>{profile.name}</dt>
          <dd>
            {billingName(profile.billingProvider)}, NPI{' '}
            <span class="mono">{profile.billingProvider.npi}</span>
          </dd>
        </Fragment>
      ))}
      <dt>Tax ID</dt>
      <dd>
        ends in <span class="mono">{billing.taxId.slice(-4)}</span>
      </dd>
      <dt>Address</dt>
      <dd>
        {address.line1}, {address.city}, {address.state}{' '}
        {address.postalCode.replace(/^(\d{5})(\d{4})$/, '$1-$2')}
      </dd>
      <dt>Providers</dt>
      <dd>{practice.providers.map((one) => `${one.lastName}, ${one.firstName}`).join('; ') || 'none'}</dd>
      <dt>Locations</dt>
      <dd>{practice.locations.map((one) => one.name).join('; ') || 'none'}</dd>
      <dt>Payers</dt>
      <dd>{practice.payers.length}</dd>
    </dl>
  );
}
