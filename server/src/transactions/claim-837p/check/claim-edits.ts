/** Runs the claim edits over one claim of a file and tells each finding at its place in the file. */
import type { ClaimDraft } from '@claimside/shared/claim';
import { EDITS, type Edit, type EditContext } from '@claimside/shared/edits';
import type { AcknowledgementCode, Fault, X12Location } from '../../../x12/index.ts';
import { fileWords, fixInFile } from './file-words.ts';
import { locate, type Place } from './locate.ts';
import type { OpenLevels } from './open-levels.ts';

export type Tell = (location: X12Location, fault: Fault) => void;

const FILE_EDITS = EDITS.filter((edit) => !fileWords(edit).isOff);

/** One for all claims of a file, so that nothing is made for a claim without findings. */
export class ClaimEdits {
  readonly #levels: OpenLevels;
  readonly #tell: Tell;
  #claim: ClaimDraft = {};
  #edit: Edit | undefined;

  constructor(levels: OpenLevels, tell: Tell) {
    this.#levels = levels;
    this.#tell = tell;
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
    if (!edit || this.#followsFromOther(edit)) return;
    const words = fileWords(edit);
    const needed = locate(path, this.#levels);
    if (!needed) return;
    const { absent } = needed;
    const at = words.at?.(this.#claim, path);
    const place = (at === undefined ? needed : locate(at, this.#levels)) ?? needed;
    this.#tell(place.location, {
      code: edit.id.toUpperCase(),
      severity: edit.severity === 'repaired' ? 'info' : edit.severity,
      snip: edit.snip,
      message:
        absent === undefined ? (words.message ?? message) : `${message} ${capital(absent)} is missing.`,
      fix: words.fix ?? fixInFile(fix),
      value: valueAt(place),
      ...(absent === undefined ? {} : { expected: absent }),
      ...acknowledgementOf(edit, path, place, absent),
    });
  };

  /** A line can't point to diagnoses that are not there, which is told by itself. */
  #followsFromOther({ id }: Edit): boolean {
    return id === 'diagnosis-pointers' && !this.#claim.diagnoses?.length;
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function valueAt({ segment, location: { element, component } }: Place): string | undefined {
  if (element === undefined) return undefined;
  const value = component === undefined ? segment.element(element) : segment.component(element, component);
  return value === '' ? undefined : value;
}

/** Sums, kinds of service and partners' rules have no code in a 999. */
function acknowledgementOf(
  { snip }: Edit,
  path: string,
  place: Place,
  absent: string | undefined,
): { readonly acknowledgement?: AcknowledgementCode } {
  if (snip === 3 || snip > 5) return {};
  if (absent !== undefined) return { acknowledgement: { segment: 'IK3', code: 'I6' } };
  if (place.location.element === undefined) return { acknowledgement: { segment: 'IK3', code: 'I9' } };
  if (valueAt(place) === undefined) return { acknowledgement: { segment: 'IK4', code: 'I9' } };
  return { acknowledgement: { segment: 'IK4', code: /[dD]ate(End)?$/.test(path) ? '8' : '7' } };
}
