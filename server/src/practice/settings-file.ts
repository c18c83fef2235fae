/** Reads a settings file that a person wrote, and says of each fault where it is and what to write instead. */
import { PracticeSettings } from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import { z } from 'zod';
import { ConnectionSettings } from '../clearinghouse/index.ts';
import { expectation } from '../shape-fault.ts';

export interface SettingsFinding {
  /** `billingProvider.npi`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

/** What to write at places that people get wrong, by path without list positions; a path covers those below it. */
const PRACTICE_FIXES: Readonly<Record<string, string>> = {
  'billingProvider.npi': 'Write the 10-digit NPI of the group or person that bills.',
  'billingProvider.taxId': 'Write the 9 digits of the tax id without a hyphen.',
  'billingProvider.taxIdKind': 'Write EI for an employer id or SY for a social security number.',
  'billingProvider.address.postalCode': 'Write the nine-digit ZIP without a hyphen (usps.com finds it).',
  'billingProvider.address.state': 'Write the two capital letters of the state.',
  'address.state': 'Write the two capital letters of the state.',
  'locations.serviceFacility.address.state': 'Write the two capital letters of the state.',
  'locations.serviceFacility.address.postalCode':
    'Write the nine-digit ZIP without a hyphen (usps.com finds it).',
  'billingProvider.contactPhone': 'Write 10 digits without punctuation.',
  'billingProvider.taxonomy': 'Write the ten-character taxonomy code ending in X, or leave it out.',
  'billingProvider.name':
    'Write {"kind":"organization","organizationName":"…"} or {"kind":"person","lastName":"…","firstName":"…"}.',
  'billingProfiles.billingProvider.npi': 'Write the 10-digit NPI of the group or person that bills.',
  'billingProfiles.billingProvider.taxId': 'Write the 9 digits of the tax id without a hyphen.',
  billingProfiles:
    'Write a list of {"name":…,"billingProvider":{…},"payerIds":[],"locations":[],"renderingNpis":[]}, or leave it out.',
  'providers.npi': 'Write the 10-digit NPI of the provider.',
  'locations.placeOfService': 'Write the two-digit place of service, such as "11" for an office.',
  'payers.timelyFilingDays': 'Write the days without quotation marks, such as 180, or leave it out.',
  'payers.takesSecondary': 'Write true, false or "after-medicare", or leave it out.',
  'payers.accidentKind': 'Write "work", "auto" or "work-and-auto", or leave it out.',
  'payers.telehealthModifier': 'Write the two characters of the modifier, such as "95", or leave it out.',
};

const CONNECTION_FIXES: Readonly<Record<string, string>> = {
  profileId: 'Write office-ally, or the id of another profile.',
  mode: 'Write "test" until the clearinghouse has approved live claims, then "live".',
  hostKeySha256:
    'Run claimside clearinghouse host-key HOST and compare with what the clearinghouse publishes.',
  'submitter.contactPhone': 'Write 10 digits without punctuation.',
  port: 'Write the number without quotation marks: 22, or 2222 for the sandbox.',
  host: 'Write the host that the clearinghouse gave you; for the sandbox 127.0.0.1.',
};

/** Practice settings, or every fault found. `text` is JSON. */
export function parsePracticeSettings(text: string): Result<PracticeSettings, SettingsFinding[]> {
  const parsed = parse(text, PracticeSettings, PRACTICE_FIXES, 'Compare with claimside practice example.');
  const moved = parsed.ok ? pricesIn(JSON.parse(text)) : [];
  return moved.length > 0 ? err(moved) : parsed;
}

const Priced = z.object({
  fees: z.unknown().optional(),
  payers: z.array(z.object({ contract: z.unknown().optional() })),
});

/** Prices once stood in this file: they would be lost without a word. */
function pricesIn(settings: unknown): SettingsFinding[] {
  const { fees, payers } = Priced.parse(settings);
  const paths = [
    ...(fees === undefined ? [] : ['fees']),
    ...payers.flatMap(({ contract }, index) => (contract === undefined ? [] : [`payers.${index}.contract`])),
  ];
  return paths.map((path) => ({
    path,
    message: `${path} stands in the fee schedule, not in this file.`,
    fix: 'Take it out here and bring it with claimside fees import; what was stored before is in the fee schedule already.',
  }));
}

/** The account at a clearinghouse, or every fault found. `text` is JSON without the password. */
export function parseConnectionSettings(text: string): Result<ConnectionSettings, SettingsFinding[]> {
  return parse(text, ConnectionSettings, CONNECTION_FIXES, 'Compare with claimside clearinghouse example.');
}

function parse<T>(
  text: string,
  schema: z.ZodType<T>,
  fixes: Readonly<Record<string, string>>,
  otherwise: string,
): Result<T, SettingsFinding[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return err([{ path: '', message: notJson(error), fix: otherwise }]);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => {
      const path = issue.path.map(String);
      return {
        path: path.join('.'),
        message: `${path.at(-1) ?? 'The file'} ${expectation(issue)}.`,
        fix: fixFor(path, fixes) ?? otherwise,
      };
    }),
  );
}

/** Where the parser stopped, when it says so; never what stands there. */
function notJson(error: unknown): string {
  const place = /line (\d+) column (\d+)/.exec(error instanceof Error ? error.message : '');
  if (!place) return 'The file is not JSON.';
  return `The file is not JSON: look at or before line ${place[1]}, column ${place[2]} for a missing comma, quotation mark or bracket.`;
}

function fixFor(path: readonly string[], fixes: Readonly<Record<string, string>>): string | undefined {
  const names = path.filter((part) => !/^\d+$/.test(part));
  for (let length = names.length; length > 0; length -= 1) {
    const fix = fixes[names.slice(0, length).join('.')];
    if (fix !== undefined) return fix;
  }
  return undefined;
}
