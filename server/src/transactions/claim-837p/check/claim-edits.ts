/** Runs the claim edits over one claim of a file and tells each finding at its place in the file. */
import { type ClaimDraft, valueAt } from '@claimside/shared/claim';
import { EDITS, type Edit, type EditContext } from '@claimside/shared/edits';
import type { AcknowledgementCode, Fault } from '../../../x12/index.ts';
import { type FileWords, fileWords, fixInFile } from './file-words.ts';
import { locate, type Place } from './locate.ts';
import type { OneFault } from './one-fault.ts';
import type { OpenLevels } from './open-levels.ts';

const FILE_EDITS = EDITS.filter((edit) => !fileWords(edit).isOff);

/** One for all claims of a file, so that nothing is made for a claim without findings. */
export class ClaimEdits {
  readonly #levels: OpenLevels;
  readonly #faults: OneFault;
  #claim: ClaimDraft = {};
  #edit: Edit | undefined;

  constructor(levels: OpenLevels, faults: OneFault) {
    this.#levels = levels;
    this.#faults = faults;
  }

  run(claim: ClaimDraft, context: EditContext): void {
    this.#claim = claim;
    for (const edit of FILE_EDITS) {
      this.#edit = edit;
      edit.check(claim, context, this.#report);
    }
  }

  readonly #report = (path: string, message: string, fix: string): void => {
    const edit = this.#edit;
    // In a file the subscriber is the patient where no patient level follows.
    if (!edit || (path.startsWith('subscriber.') && !this.#levels.isDependent)) return;
    const words = fileWords(edit);
    const about = locate(path, this.#levels);
    if (!about || this.#followsFromOther(about, path, words)) return;
    const { absent } = about;
    const at = words.at?.(this.#claim, path);
    const place = at === undefined ? about : locate(at, this.#levels);
    if (!place) return;
    const fault: Fault = {
      code: edit.id.toUpperCase(),
      severity: edit.severity === 'repaired' ? 'info' : edit.severity,
      snip: edit.snip,
      message: absent ? `${message} ${absent.name} is missing.` : (words.message ?? message),
      fix: words.fix ?? fixInFile(fix),
      value: textAt(place),
      ...(absent ? { expected: absent.name } : {}),
      ...acknowledgementOf(edit, path, place, absent !== undefined),
    };
    this.#faults.addBeside(place.location, fault, absent ? place.location : about.location);
  };

  /** One fault, one finding: what the guide or another edit told is not told again by what depends on it. */
  #followsFromOther({ absent, location }: Place, path: string, { basedOn, yieldsTo }: FileWords): boolean {
    if (basedOn?.some((basis) => this.#faults.isFaulty(basis, location))) return true;
    if (yieldsTo?.some((id) => this.#faults.has(id.toUpperCase()))) return true;
    if (absent) return this.#faults.isUnknown(absent, location);
    // A date under an unknown format, a name of nobody knows what: not read, and not missing.
    return this.#faults.isFaultyBefore(location) && valueAt(this.#claim, path) === undefined;
  }
}

function textAt({ segment, location: { element, component } }: Place): string | undefined {
  if (element === undefined) return undefined;
  const value = component === undefined ? segment.element(element) : segment.component(element, component);
  return value === '' ? undefined : value;
}

/** Sums, kinds of service and partners' rules have no code in a 999. */
function acknowledgementOf(
  { snip }: Edit,
  path: string,
  place: Place,
  isAbsent: boolean,
): { readonly acknowledgement?: AcknowledgementCode } {
  if (snip === 3 || snip > 5) return {};
  if (isAbsent) return { acknowledgement: { segment: 'IK3', code: 'I6' } };
  if (place.location.element === undefined) return { acknowledgement: { segment: 'IK3', code: 'I9' } };
  if (textAt(place) === undefined) return { acknowledgement: { segment: 'IK4', code: 'I9' } };
  return { acknowledgement: { segment: 'IK4', code: /[dD]ate(End)?$/.test(path) ? '8' : '7' } };
}
