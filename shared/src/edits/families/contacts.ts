/** Edits on how to reach a person or office: a contact has a number. */
import type { Edit, Report } from '../edit.ts';

interface DraftContact {
  readonly name: string | undefined;
  readonly phone: string | undefined;
  readonly extension: string | undefined;
  readonly fax?: string | undefined;
  readonly email?: string | undefined;
}

export const contactEdits: readonly Edit[] = [
  {
    id: 'contact-number',
    severity: 'error',
    snip: 2,
    fields: [
      'billingProvider.contactPhone',
      'patient.contactPhone',
      'subscriber.contactPhone',
      'serviceFacility.contact.phone',
      'serviceLines.*.orderingProvider.contact.phone',
    ],
    source: 'X12 837P 2010AA, 2010BA, 2010CA, 2310C, 2420E PER03 to PER06',
    summary: 'A contact that is named has a number, and an extension a telephone number.',
    check({ billingProvider, patient, subscriber, serviceFacility, serviceLines }, _context, report) {
      look(ofPerson(patient), 'patient.contactPhone', "The patient's contact", report);
      look(ofPerson(subscriber), 'subscriber.contactPhone', "The insured person's contact", report);
      look(
        billingProvider && {
          ...ofPerson(billingProvider),
          fax: billingProvider.contactFax,
          email: billingProvider.contactEmail,
        },
        'billingProvider.contactPhone',
        "The practice's contact",
        report,
      );
      const { contact } = serviceFacility ?? {};
      look(contact && of(contact), 'serviceFacility.contact.phone', "The facility's contact", report);
      serviceLines?.forEach(({ orderingProvider }, index) => {
        const ordering = orderingProvider?.contact;
        const path = `serviceLines.${index}.orderingProvider.contact.phone`;
        look(ordering && of(ordering), path, "The ordering provider's contact", report);
      });
    },
  },
];

function look(contact: DraftContact | undefined, path: string, whose: string, report: Report): void {
  if (!contact || contact.phone) return;
  const hasOther = contact.fax || contact.email;
  if (contact.extension) report(path, `${whose} has an extension and no telephone number.`, FIX);
  else if (contact.name && !hasOther) report(path, `${whose} has a name and no number.`, FIX);
}

const FIX = 'Add the number, or clear the contact.';

function of({ name, phone, extension, ...more }: Partial<DraftContact>): DraftContact {
  return { name, phone, extension, ...more };
}

function ofPerson(
  person:
    | {
        readonly contactName?: string | undefined;
        readonly contactPhone?: string | undefined;
        readonly contactPhoneExtension?: string | undefined;
      }
    | undefined,
): DraftContact {
  return {
    name: person?.contactName,
    phone: person?.contactPhone,
    extension: person?.contactPhoneExtension,
  };
}
