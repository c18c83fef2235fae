/** Trouble of a start that a person can mend; the message says what is wrong and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
