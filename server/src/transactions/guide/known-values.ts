/** What a known text says, so that the same text is not read a second time: its values, and where in the model they go. */
import type { KnownReading } from '../../x12/index.ts';
import type { Field, Fields, SegmentRule } from './rules.ts';

export class KnownValues implements KnownReading {
  readonly rule: SegmentRule;
  readonly #fields: Field[] = [];
  readonly #values: unknown[] = [];
  /** False when it holds what the model has no place for, or says something else beside other segments. */
  isAlwaysSame = true;

  constructor(rule: SegmentRule) {
    this.rule = rule;
  }

  add(field: Field, value: unknown): void {
    this.#fields.push(field);
    this.#values.push(value);
  }

  /** Says the same again, of another object. */
  sayTo(target: Fields): void {
    const fields = this.#fields;
    const values = this.#values;
    for (let at = 0; at < fields.length; at += 1) fields[at]?.set(target, values[at]);
  }
}
