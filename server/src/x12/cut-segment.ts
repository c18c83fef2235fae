/** A segment cut into elements, whose components are cut once each, when they are asked for. */
import { divided } from './plain-text.ts';

export class CutSegment {
  /** The segment id, then each element without blanks at its ends. */
  readonly texts: readonly string[];
  readonly #component: string;
  readonly #components: (readonly string[])[] = [];

  constructor(texts: readonly string[], component: string) {
    this.texts = texts;
    this.#component = component;
  }

  components(n: number): readonly string[] {
    const components = this.#components[n] ?? divided(this.texts[n] ?? '', this.#component);
    this.#components[n] = components;
    return components;
  }
}
