/** When, by whom and where: date of service, rendering provider, place. */
import { PLACES_OF_SERVICE } from '@claimside/shared/codes';
import { VISIT } from './claim-fields/basics.ts';
import { visitDates } from './form.ts';
import { Group } from './group.tsx';
import { BillingField } from './pick-fields.tsx';
import { useVisitTools } from './visit-context.tsx';

export function EncounterSection() {
  const { draft } = useVisitTools().form;
  const { renderingProvider: provider, placeOfService: place, serviceFacility: facility } = draft;
  const dates = visitDates(draft);
  const person = [provider?.lastName, provider?.firstName].filter(Boolean).join(', ');
  return (
    <Group
      part={VISIT}
      empty="Date, provider and place not known"
      summary={[
        {
          path: 'serviceLines.0.serviceDate',
          label: 'Date of service',
          text: dates.length > 1 ? `${dates[0]} to ${dates.at(-1)}` : dates[0],
        },
        {
          path: 'renderingProvider',
          label: 'Rendering provider',
          text: provider?.organizationName ?? person,
        },
        {
          path: 'placeOfService',
          label: 'Place of service',
          text:
            place &&
            `${PLACES_OF_SERVICE[place] ?? 'Place'} ${place}${facility?.name ? `, ${facility.name}` : ''}`,
        },
      ]}
    >
      <BillingField />
    </Group>
  );
}
