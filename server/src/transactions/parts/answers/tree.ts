/** A file of answers as a tree: interchanges, groups, and sets of one model. */
import type { GroupStart, InterchangeStart } from '../file-parts.ts';

export interface AnswerSet<Model> {
  /** ST02. */
  readonly controlNumber: string;
  /** ST03, where the set has one. */
  readonly version?: string;
  readonly answer: Model;
}

export interface AnswerGroup<Model> extends GroupStart {
  readonly sets: readonly AnswerSet<Model>[];
}

export interface AnswerInterchange<Model> extends InterchangeStart {
  /** Elements of each TA1. */
  readonly acknowledgements?: readonly (readonly string[])[];
  readonly groups: readonly AnswerGroup<Model>[];
}

/** The answers without what stands around them, in the order of the file. */
export function answersIn<Model>(interchanges: readonly AnswerInterchange<Model>[]): Model[] {
  return interchanges.flatMap(({ groups }) => groups.flatMap(({ sets }) => sets.map(({ answer }) => answer)));
}
