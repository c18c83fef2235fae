/** For admins: who renders, where, whom it is billed to, and under which other numbers. */
import type { PracticeSettings } from '@claimside/shared/api';
import { billingName } from '@claimside/shared/claim';
import { CLAIM_FILING, PLACE_OF_SERVICE } from '@claimside/shared/codes';
import { ItemList } from './item-list.tsx';
import { LOCATIONS, PAYERS, PROFILES, PROVIDERS } from './lists.ts';
import { LOCATION_PART, PAYER_PART, PROFILE_PART, PROVIDER_PART, providerName } from './parts.ts';
import { PayerLookUp } from './payer-look-up.tsx';

export function PracticeLists(props: {
  practice: PracticeSettings;
  onSaved(practice: PracticeSettings, words: string): void;
}) {
  return (
    <>
      <ItemList
        {...props}
        title="Rendering providers"
        part={PROVIDER_PART}
        list={PROVIDERS}
        nameOf={providerName}
        noteOf={({ npi = 'none', taxonomy, ehrNames }) =>
          said([`NPI ${npi}`, taxonomy ?? '', inEhr(ehrNames)])
        }
        empty="None yet. Visits are billed for whoever rendered them: add each one."
      />
      <ItemList
        {...props}
        title="Locations"
        part={LOCATION_PART}
        list={LOCATIONS}
        nameOf={({ name }) => name}
        noteOf={({ placeOfService, facilityNames, serviceFacility }) =>
          said([
            `${placeOfService} ${PLACE_OF_SERVICE.codes[placeOfService] ?? ''}`,
            serviceFacility ? `facility ${serviceFacility.name}` : 'at the billing address',
            inEhr(facilityNames),
          ])
        }
        empty="None yet. A claim needs a place of service: add where visits are."
      />
      <ItemList
        {...props}
        title="Payers"
        part={PAYER_PART}
        list={PAYERS}
        nameOf={({ name, payerId }) => `${name} ${payerId}`}
        noteOf={({ claimFilingIndicator, timelyFilingDays, aliases }) =>
          said([
            CLAIM_FILING.codes[claimFilingIndicator] ?? claimFilingIndicator,
            timelyFilingDays === undefined ? '' : `file within ${timelyFilingDays} days`,
            inEhr(aliases),
          ])
        }
        empty="None yet. Add the insurers that your patients have."
        lead={(take) => <PayerLookUp onTake={take} />}
      />
      <ItemList
        {...props}
        title="Billing profiles"
        part={PROFILE_PART}
        list={PROFILES}
        nameOf={({ name }) => name}
        noteOf={({ billingProvider }) => said([billingName(billingProvider), `NPI ${billingProvider.npi}`])}
        empty="None: all claims are billed under the practice’s own NPI. Add one for claims that go under another."
      />
    </>
  );
}

const inEhr = (names: readonly string[]): string =>
  names.length === 0 ? '' : `in the EHR ${names.map((name) => `“${name}”`).join(', ')}`;
const said = (parts: readonly string[]): string => parts.filter(Boolean).join(' · ');
