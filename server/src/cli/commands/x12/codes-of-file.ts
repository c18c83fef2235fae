/** All codes that the claims of a file hold, each once. */
import { type CodesAsked, codesOf } from '@claimside/shared/codes';
import type { ClaimFileVisitor, ReadClaim } from '../../../transactions/claim-837p/index.ts';

export class CodesOfFile implements Partial<ClaimFileVisitor<ReadClaim>> {
  readonly #diagnoses = new Set<string>();
  readonly #procedures = new Set<string>();
  readonly #modifiers = new Set<string>();

  get codes(): CodesAsked {
    return {
      diagnoses: [...this.#diagnoses],
      procedures: [...this.#procedures],
      modifiers: [...this.#modifiers],
      adjustmentReasons: [],
      remarks: [],
    };
  }

  claim({ claim }: ReadClaim): void {
    const { diagnoses, procedures, modifiers } = codesOf(claim);
    for (const code of diagnoses) this.#diagnoses.add(code);
    for (const code of procedures) this.#procedures.add(code);
    for (const code of modifiers) this.#modifiers.add(code);
  }
}
