/** Fields filled from the practice's own lists, one press for several values, and the visit's date. */

import { payerKey, providerOnClaim } from '@claimside/shared/capture';
import { billingName, valueAt } from '@claimside/shared/claim';
import { PLACES_OF_SERVICE, RELATIONSHIPS } from '@claimside/shared/codes';
import { parseDate } from '@claimside/shared/values';
import { useId, useState } from 'preact/hooks';
import { Combobox, NOT_FOR_PASSWORD_MANAGERS } from '../../ui/parts/index.ts';
import { useClearinghouse } from '../../ui/server/index.ts';
import { isSameBilling } from './billing.ts';
import { ChoiceField } from './choice-fields.tsx';
import { SELF } from './claim-fields/basics.ts';
import { setField, setFields, setVisitDate, visitDates } from './form.ts';
import { payerFlags } from './payer-flags.ts';
import { setPayer } from './set-payer.ts';
import { type FieldValue, useValue } from './use-value.ts';
import { OriginMark } from './value-field.tsx';
import { textureOf, useVisitTools } from './visit-context.tsx';

interface PickProps {
  path: string;
  label: string;
  /** Where each value goes, as full paths. */
  fills: Readonly<Record<string, string>>;
}

/** What is typed and chosen from no list is no value: it is kept, and nothing is billed, until it is chosen or given up. */
const notChosen = ({ unread, setUnread }: FieldValue) => ({
  unchosen: unread?.typed,
  onUnchosen: (typed: string) =>
    setUnread(typed === '' ? undefined : { typed, problem: 'Choose one from the list.' }),
});

export function PayerField({ path, label, fills }: PickProps) {
  const { form, practice, update } = useVisitTools();
  const field = useValue(path, Object.values(fills));
  const { payerId = path, name = '' } = fills;
  const shown = [valueAt(form.draft, name), valueAt(form.draft, payerId)];
  const payers = practice?.payers ?? [];
  const facts = useClearinghouse();
  const flags = payerFlags(facts.data, valueAt(form.draft, payerId), valueAt(form.draft, name));
  return (
    <div class="field">
      <span class="field-label">
        {label}
        <OriginMark origin={field.origin} />
      </span>
      <Combobox
        label={`${label}, search by name or ID`}
        path={path}
        shown={shown.filter(Boolean).join(' ')}
        choices={payers.map((payer) => ({
          value: payerKey(payer),
          label: payer.name,
          mark: payer.payerId,
          words: payer.aliases.join(' '),
        }))}
        {...notChosen(field)}
        invalid={field.isWrong}
        texture={textureOf(field.origin)}
        nothing="Not among the practice's payers. An admin adds it in Options, Practice."
        onChoose={({ value }) => {
          const payer = payers.find((candidate) => payerKey(candidate) === value);
          if (payer) update((at) => setPayer(at, fills, payer));
        }}
      />
      {flags && <p class="dim small">{flags}</p>}
    </div>
  );
}

/** Choosing self takes the insured person away: a claim can't have both. */
export function RelationshipField({ path, label }: PickProps) {
  const { update } = useVisitTools();
  return (
    <ChoiceField
      path={path}
      label={label}
      choices={RELATIONSHIPS}
      first={[SELF, '01', '19', 'G8'] /* self, spouse, child, other */}
      onChoose={(value) =>
        update((at) => setFields(at, { [path]: value, ...(value === SELF ? { subscriber: undefined } : {}) }))
      }
    />
  );
}

/** One of the practice's providers, with all that the practice knows of them and the claim has a place for. */
export function ProviderField({ path, label }: PickProps) {
  const { practice } = useVisitTools();
  const field = useValue(path);
  const isRendering = /(^|\.)renderingProvider$/.test(path);
  const providers = (practice?.providers ?? []).filter(
    ({ organizationName }) => isRendering || organizationName === undefined,
  );
  return (
    <div class="field">
      <span class="field-label">
        {label}
        <OriginMark origin={field.origin} />
      </span>
      <Combobox
        label={label}
        path={path}
        shown={nameOf(field.value)}
        choices={providers.map((one, index) => ({
          value: String(index),
          label: nameOf(one),
          mark: one.npi ?? '',
          words: one.ehrNames.join(' '),
        }))}
        {...notChosen(field)}
        invalid={field.isWrong}
        texture={textureOf(field.origin)}
        nothing="Not among the practice's providers. An admin adds them in the practice settings."
        onChoose={({ value }) => {
          const chosen = providers[Number(value)];
          if (!chosen) return;
          const { taxonomy, ...rest } = providerOnClaim(chosen);
          field.set(isRendering ? { ...rest, ...(taxonomy && { taxonomy }) } : rest);
        }}
      />
    </div>
  );
}

function nameOf(provider: unknown): string {
  const part = (field: string) => valueAt(provider, field);
  const person = [part('lastName'), part('firstName')].filter(Boolean).join(', ');
  return String(part('organizationName') ?? person);
}

/** The practice's own locations first, then every place of service. */
export function PlaceField({ path, label }: PickProps) {
  const { form, practice, update } = useVisitTools();
  const field = useValue(path);
  const { placeOfService: place, serviceFacility: facility } = form.draft;
  const locations = practice?.locations ?? [];
  return (
    <div class="field">
      <span class="field-label">
        {label}
        <OriginMark origin={field.origin} />
      </span>
      <Combobox
        label={label}
        path={path}
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
        {...notChosen(field)}
        invalid={field.isWrong}
        texture={textureOf(field.origin)}
        nothing="No such place of service."
        onChoose={({ value }) => {
          const location = value.startsWith('at-') ? locations[Number(value.slice(3))] : undefined;
          update((at) =>
            location
              ? setFields(at, {
                  placeOfService: location.placeOfService,
                  serviceFacility: location.serviceFacility,
                })
              : setField(at, path, value),
          );
        }}
      />
    </div>
  );
}

const BILLING = 'billingProvider';

/** Only where the practice bills under several: it follows from payer, place and provider until it is chosen here. */
export function BillingField() {
  const { practice } = useVisitTools();
  const field = useValue(BILLING);
  if (!practice?.billingProfiles?.length) return null;
  const choices = [
    { name: 'Usual', billingProvider: practice.billingProvider },
    ...practice.billingProfiles,
  ] as const;
  const now = choices.find(({ billingProvider }) => isSameBilling(billingProvider, field.value));
  return (
    <div class="field">
      <span class="field-label">
        Billed as
        <OriginMark origin={field.origin} />
      </span>
      <Combobox
        label="Billed as"
        path={BILLING}
        shown={now ? `${now.name}: ${billingName(now.billingProvider)}` : ''}
        choices={choices.map(({ name, billingProvider }, index) => ({
          value: String(index),
          label: `${name}: ${billingName(billingProvider)}`,
          mark: billingProvider.npi,
        }))}
        {...notChosen(field)}
        invalid={field.isWrong}
        texture={textureOf(field.origin)}
        nothing="The practice bills under no such name. An admin adds a billing profile in the practice settings."
        onChoose={({ value }) => field.set(choices[Number(value)]?.billingProvider)}
      />
    </div>
  );
}

/** One date for all lines; a line with its own date is changed in the line. */
export function VisitDateField({ path, label }: PickProps) {
  const { form, notices, update } = useVisitTools();
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const isAsked = notices.some(({ finding }) => finding.path === path);
  const dates = visitDates(form.draft);
  const keep = () => {
    if (typed !== undefined)
      update((at) => setVisitDate(at, parseDate(typed) ?? (typed.trim() || undefined)));
    setTyped(undefined);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        data-path={path}
        aria-invalid={isAsked ? 'true' : undefined}
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
