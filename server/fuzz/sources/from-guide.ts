/** Makes files up from a guide as data: mostly right, and wrong in any way that a guide can be broken. */
import type {
  ElementRule,
  GuideItem,
  LoopRule,
  SegmentRule,
  SimpleElement,
} from '../../src/transactions/guide/rules.ts';
import { type Separated, USUAL } from '../divided.ts';
import type { Random } from '../random.ts';
import { oddValue } from '../values.ts';

/** Files end here. */
const MOST_SEGMENTS = [8, 20, 100] as const;

/** What has a good value of its own, by the shape that the guide asks for. */
const GOOD_BY_SHAPE: Readonly<Record<string, string>> = {
  'NPI-CHECK': '1234567893',
  'TAX-ID': '123456789',
  TAXONOMY: '208D00000X',
  STATE: 'IL',
  'ZIP-CODE': '627010001',
  'PLACE-OF-SERVICE': '11',
  'DIAGNOSIS-SHAPE': 'M5450',
};
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -.,'";

/** From ST to SE, each segment with its terminator. */
export function setFromGuide(guide: LoopRule, version: string, by: Separated, random: Random): string {
  const maker = new SetMaker(version, by, random);
  maker.loop(guide);
  return maker.text;
}

class SetMaker {
  text = '';
  readonly #version: string;
  readonly #by: Separated;
  readonly #random: Random;
  /** How often something is not as the guide wants it: once in so many times. */
  readonly #wrongOneIn: number;
  readonly #situationalOneIn: number;
  readonly #most: number;
  #segments = 0;
  #levels = 0;
  #lines = 0;

  constructor(version: string, by: Separated, random: Random) {
    this.#version = version;
    this.#by = by;
    this.#random = random;
    this.#wrongOneIn = random.pick([10, 50, 400]);
    this.#situationalOneIn = random.pick([2, 5, 20]);
    this.#most = random.pick(MOST_SEGMENTS);
  }

  loop({ children }: LoopRule): void {
    for (const item of this.#inSomeOrder(children)) {
      for (let left = this.#times(item); left > 0 && this.#segments < this.#most; left -= 1) {
        if (item.kind === 'loop') this.loop(item);
        else this.#segment(item);
      }
    }
  }

  get #isWrong(): boolean {
    return this.#random.oneIn(this.#wrongOneIn);
  }

  #inSomeOrder(children: readonly GuideItem[]): readonly GuideItem[] {
    if (!this.#isWrong) return children;
    const [one, two] = [this.#random.below(children.length), this.#random.below(children.length)];
    const moved = [...children];
    [moved[one], moved[two]] = [
      children[two] ?? (children[0] as GuideItem),
      children[one] ?? (children[0] as GuideItem),
    ];
    return moved;
  }

  #times({ usage, max }: GuideItem): number {
    const random = this.#random;
    if (this.#isWrong) return random.pick([0, 1, 2, Math.min(max, MOST_SEGMENTS[2]) + 1]);
    if (usage !== 'R' && !random.oneIn(this.#situationalOneIn)) return 0;
    return Math.min(max, random.few(4));
  }

  #segment(rule: SegmentRule): void {
    const { element, terminator } = this.#by;
    this.#segments += 1;
    const elements = rule.elements.map((each) => this.#element(each));
    if (this.#isWrong) elements.push(oddValue(this.#random));
    while (elements.length > 0 && elements.at(-1) === '' && !this.#isWrong) elements.pop();
    this.text += [rule.id, ...elements].join(element) + terminator;
  }

  #element(rule: ElementRule): string {
    if (!this.#isThere(rule.usage)) return '';
    if (rule.kind === 'simple') return this.#value(rule);
    const components = rule.components.map((each) => (this.#isThere(each.usage) ? this.#value(each) : ''));
    while (components.length > 0 && components.at(-1) === '' && !this.#isWrong) components.pop();
    return components.join(this.#by.component);
  }

  #isThere(usage: ElementRule['usage']): boolean {
    if (this.#isWrong) return usage !== 'R';
    return usage === 'R' || (usage === 'S' && this.#random.oneIn(this.#situationalOneIn));
  }

  #value(rule: SimpleElement): string {
    const random = this.#random;
    if (this.#isWrong) return oddValue(random);
    if (rule.binding?.kind === 'computed') return this.#computed(rule.binding.name) ?? this.#plain(rule);
    if (rule.isRepeated && random.oneIn(3))
      return Array.from({ length: random.few(4) }, () => this.#plain(rule)).join(this.#by.repetition);
    if (rule.codes) return random.pick([...rule.codes]) ?? '';
    const good = rule.shape && GOOD_BY_SHAPE[rule.shape.code];
    return good ?? this.#plain(rule);
  }

  #plain({ type, min, max }: SimpleElement): string {
    const random = this.#random;
    switch (type) {
      case 'R':
        return random.pick([
          `${random.below(1000)}`,
          `${random.below(1000)}.${random.below(100)}`,
          '0',
          '100',
        ]);
      case 'N0':
        return String(random.below(10 ** Math.min(max, 4)));
      case 'DT':
        return `2026${random.between(10, 12)}${random.between(10, 30)}`;
      case 'TM':
        return '1530';
      default:
        return this.#letters(this.#length(min, max));
    }
  }

  /** Within the limits, at one of them, or just past the upper one. */
  #length(min: number, max: number): number {
    const random = this.#random;
    if (random.oneIn(12)) return random.pick([min, max, max + 1]);
    return random.between(min, Math.min(max, min + 8));
  }

  #letters(length: number): string {
    let text = '';
    while (text.length < length) text += LETTERS.charAt(this.#random.below(LETTERS.length));
    return text;
  }

  #computed(name: string): string | undefined {
    switch (name) {
      case 'set-control-number':
        return '0001';
      case 'version':
        return this.#version;
      case 'segment-count':
        return String(this.#segments);
      case 'level-number':
        this.#levels += 1;
        return String(this.#levels);
      case 'level-parent':
        return this.#levels > 1 ? String(this.#random.between(1, this.#levels - 1)) : '';
      case 'line-number':
        this.#lines += 1;
        return String(this.#lines);
      default:
        return undefined;
    }
  }
}

/** The usual separators as a rule, else others, which may even be the same or stand in data. */
export function someSeparators(random: Random): Separated {
  if (!random.oneIn(5)) return USUAL;
  const of = (usual: string) =>
    random.oneIn(2) ? usual : (random.pick([...'|>!?<^`\n;+\x1d\x1e_&A']) ?? usual);
  return {
    element: of(USUAL.element),
    component: of(USUAL.component),
    repetition: of(USUAL.repetition),
    terminator: of(USUAL.terminator),
  };
}
