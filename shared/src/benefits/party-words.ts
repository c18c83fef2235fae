/** Whom a benefit depends on, in words: who it is, where, and how to reach them. */
import { addressWords } from '../claim/index.ts';
import { labelOf, PARTY } from './labels.ts';
import type { Party, PartyContact } from './model.ts';

/** `primary care provider INGRID HALVORSEN 1234567893, phone 2175550100`. */
export function partyWords(party: Party): string {
  const { entity, name, id, address, contacts = [], provider, healthServiceRegion } = party;
  const who = [labelOf(PARTY, entity) ?? `party ${entity}`, name, id].filter(Boolean).join(' ');
  const more = [
    address && addressWords(address),
    healthServiceRegion && `region ${healthServiceRegion}`,
    ...contacts.map(contactWords),
    provider?.id && `taxonomy ${provider.id}`,
  ];
  return [who, ...more].filter(Boolean).join(', ');
}

/** `PROVIDER LINE, phone 8005550100 extension 7, fax 8005550101`. */
export function contactWords(contact: PartyContact): string {
  const { name, phone, extension, fax, email, url, workPhone, dataAccess } = contact;
  const told = [
    name,
    phone && `phone ${phone}${extension === undefined ? '' : ` extension ${extension}`}`,
    phone === undefined && extension && `extension ${extension}`,
    workPhone && `phone at work ${workPhone}`,
    fax && `fax ${fax}`,
    email,
    url,
    dataAccess && `data access ${dataAccess}`,
  ];
  return told.filter(Boolean).join(', ');
}
