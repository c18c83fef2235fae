/** Why a command could not run, in a sentence that says what to do; ends in exit code 2. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}
