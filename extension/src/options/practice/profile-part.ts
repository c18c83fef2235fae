/** Under whom some claims are billed in place of the usual billing provider. */
import type { BillingProfile, PracticeSettings } from '@claimside/shared/api';
import { linesOf, NAMES, some } from '../form/kinds.ts';
import type { Choices, FieldSpec, Part, Texts } from '../form/part.ts';
import { billingFields, billingFrom, billingTexts } from './billing-fields.ts';
import { providerName } from './provider-part.ts';

const ticks = (name: string, label: string, choices: Choices): FieldSpec => ({
  name,
  label,
  kind: NAMES,
  isOptional: true,
  ticks: choices,
});

export const PROFILE_PART: Part<BillingProfile> = {
  what: 'billing profile',
  fields: (texts: Texts, practice) => [
    { name: 'profile', label: 'Name', kind: some(60, 'Enter what people here call it.') },
    ...billingFields(texts),
    ticks('payerIds', 'For these payers; for all, if none is ticked', payerChoices(practice?.payers ?? [])),
    ticks(
      'locations',
      'For these locations; for all, if none is ticked',
      practice?.locations.map(({ name }) => [name, name] as const) ?? [],
    ),
    ticks(
      'renderingNpis',
      'For these providers; for all, if none is ticked',
      practice?.providers.flatMap((provider) =>
        provider.npi ? [[provider.npi, `${providerName(provider)} ${provider.npi}`] as const] : [],
      ) ?? [],
    ),
  ],
  begin: (item, practice) => ({
    profile: item?.name ?? '',
    ...billingTexts(item?.billingProvider ?? beginning(practice)),
    payerIds: item?.payerIds.join('\n') ?? '',
    locations: item?.locations.join('\n') ?? '',
    renderingNpis: item?.renderingNpis.join('\n') ?? '',
  }),
  make: (texts, before) => ({
    name: texts.profile ?? '',
    billingProvider: billingFrom(texts, before?.billingProvider),
    payerIds: linesOf(texts.payerIds ?? ''),
    locations: linesOf(texts.locations ?? ''),
    renderingNpis: linesOf(texts.renderingNpis ?? ''),
  }),
};

/** A further one differs by its NPI, mostly; the rest is as the practice has it. */
function beginning(practice: PracticeSettings | null) {
  return practice ? { ...practice.billingProvider, npi: '' } : undefined;
}

/** Payers that share an ID are one choice, with all their names. */
function payerChoices(payers: PracticeSettings['payers']): Choices {
  const ids = [...new Set(payers.map(({ payerId }) => payerId))];
  return ids.map((id) => {
    const names = payers.filter(({ payerId }) => payerId === id).map(({ name }) => name);
    return [id, `${names.join(', ')} ${id}`];
  });
}
