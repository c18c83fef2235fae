/** Reads practice settings from a file a person wrote, and says of each fault where it is and what to write instead. */
import { PracticeSettings } from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';

export interface SettingsFinding {
  /** `billingProvider.npi`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

/** What to write at places that people get wrong; keyed by path without list positions. */
const FIXES: Readonly<Record<string, string>> = {
  'billingProvider.npi': 'Write the 10-digit NPI of the group or person that bills.',
  'billingProvider.taxId': 'Write the 9 digits of the tax id without a hyphen.',
  'billingProvider.taxIdKind': 'Write EI for an employer id or SY for a social security number.',
  'billingProvider.address.postalCode': 'Write the nine-digit ZIP without a hyphen (usps.com finds it).',
  'billingProvider.address.state': 'Write the two capital letters of the state.',
  'billingProvider.contactPhone': 'Write 10 digits without punctuation.',
  'billingProvider.taxonomy': 'Write the ten-character taxonomy code ending in X.',
  'billingProvider.name':
    'Write {"kind":"organization","organizationName":"…"} or {"kind":"person","lastName":"…","firstName":"…"}.',
  'providers.npi': 'Write the 10-digit NPI of the provider.',
  'locations.placeOfService': 'Write the two-digit place of service, such as "11" for an office.',
  fees: 'Write each usual charge in whole cents: "99214": 18500 is $185.00.',
};

/** The settings, or every fault found. `text` is JSON. */
export function parsePracticeSettings(text: string): Result<PracticeSettings, SettingsFinding[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err([
      { path: '', message: 'The file is not JSON.', fix: 'Start from claimside practice example.' },
    ]);
  }
  const parsed = PracticeSettings.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => {
      const path = issue.path.map(String);
      return { path: path.join('.'), message: issue.message, fix: fixFor(path) };
    }),
  );
}

function fixFor(path: readonly string[]): string {
  const names = path.filter((part) => !/^\d+$/.test(part));
  for (let length = names.length; length > 0; length -= 1) {
    const fix = FIXES[names.slice(0, length).join('.')];
    if (fix !== undefined) return fix;
  }
  return 'Compare with claimside practice example.';
}
