/** When, by whom and where: date of service, rendering provider, place. */
import { PLACES_OF_SERVICE } from '@claimside/shared/codes';
import { parseDate } from '@claimside/shared/values';
import { useId, useState } from 'preact/hooks';
import { Combobox, NOT_FOR_PASSWORD_MANAGERS } from '../../ui/parts/index.ts';
import { setField, setFields, setVisitDate, visitDates } from './form.ts';
import { Group } from './group.tsx';
import { blocks, noticesAt } from './notices.ts';
import { useVisitTools } from './visit-context.tsx';

export function EncounterSection() {
  const { form } = useVisitTools();
  const { renderingProvider: provider, placeOfService: place, serviceFacility: facility } = form.draft;
  const dates = visitDates(form.draft);
  const shownDates = dates.length > 1 ? `${dates[0]} to ${dates.at(-1)}` : (dates[0] ?? '');
  return (
    <Group
      name="Visit"
      paths={['renderingProvider', 'placeOfService', 'serviceFacility']}
      empty="Date, provider and place not known"
      summary={[
        { path: 'serviceLines.0.serviceDate', label: 'Date of service', text: shownDates },
        {
          path: 'renderingProvider',
          label: 'Rendering provider',
          text: provider && [provider.lastName, provider.firstName].filter(Boolean).join(', '),
        },
        {
          path: 'placeOfService',
          label: 'Place of service',
          text:
            place &&
            `${PLACES_OF_SERVICE[place] ?? 'Place'} ${place}${facility?.name ? `, ${facility.name}` : ''}`,
        },
      ]}
      fields={[
        { path: 'visitDate', label: 'Date of service', width: 'half', field: <DateField /> },
        { path: 'renderingProvider', label: 'Rendering provider', field: <ProviderField /> },
        { path: 'placeOfService', label: 'Place of service', field: <PlaceField /> },
      ]}
    />
  );
}

/** One date for all lines; a line with its own date is changed in the line. */
function DateField() {
  const { form, update } = useVisitTools();
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const dates = visitDates(form.draft);
  const keep = () => {
    if (typed !== undefined)
      update((at) => setVisitDate(at, parseDate(typed) ?? (typed.trim() || undefined)));
    setTyped(undefined);
  };
  return (
    <div class="field">
      <label for={id}>Date of service, all lines</label>
      <input
        id={id}
        class="input"
        data-path="visitDate"
        value={typed ?? (dates.length === 1 ? dates[0] : '')}
        placeholder={dates.length > 1 ? 'several dates' : 'YYYY-MM-DD'}
        {...NOT_FOR_PASSWORD_MANAGERS}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && keep()}
      />
    </div>
  );
}

function ProviderField() {
  const { form, practice, notices, update } = useVisitTools();
  const provider = form.draft.renderingProvider;
  const providers = practice?.providers ?? [];
  return (
    <div class="field">
      <span class="field-label">Rendering provider</span>
      <Combobox
        label="Rendering provider"
        path="renderingProvider"
        shown={provider ? `${provider.lastName ?? ''}, ${provider.firstName ?? ''}` : ''}
        choices={providers.map((one, index) => ({
          value: String(index),
          label: `${one.lastName}, ${one.firstName}`,
          mark: one.npi ?? '',
          words: one.ehrNames.join(' '),
        }))}
        invalid={noticesAt(notices, 'renderingProvider').some(blocks)}
        nothing="Not among the practice's providers. An admin adds them in the practice settings."
        onChoose={({ value }) => {
          const chosen = providers[Number(value)];
          if (!chosen) return;
          const { ehrNames: _, ...rest } = chosen;
          update((at) => setField(at, 'renderingProvider', rest));
        }}
      />
    </div>
  );
}

/** The practice's own locations first, then every place of service. */
function PlaceField() {
  const { form, practice, notices, update } = useVisitTools();
  const { placeOfService: place, serviceFacility: facility } = form.draft;
  const locations = practice?.locations ?? [];
  return (
    <div class="field">
      <span class="field-label">Place of service</span>
      <Combobox
        label="Place of service"
        path="placeOfService"
        shown={place ? `${place} ${facility?.name ?? PLACES_OF_SERVICE[place] ?? ''}` : ''}
        choices={[
          ...locations.map((one, index) => ({
            value: `at-${index}`,
            label: one.name,
            mark: one.placeOfService,
          })),
          ...Object.entries(PLACES_OF_SERVICE)
            .map(([code, name]) => ({ value: code, label: name, mark: code }))
            .sort((a, b) => a.value.localeCompare(b.value)),
        ]}
        invalid={noticesAt(notices, 'placeOfService').some(blocks)}
        nothing="No such place of service."
        onChoose={({ value }) => {
          const location = value.startsWith('at-') ? locations[Number(value.slice(3))] : undefined;
          update((at) =>
            location
              ? setFields(at, {
                  placeOfService: location.placeOfService,
                  serviceFacility: location.serviceFacility,
                })
              : setField(at, 'placeOfService', value),
          );
        }}
      />
    </div>
  );
}
