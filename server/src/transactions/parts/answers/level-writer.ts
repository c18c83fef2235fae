/** Writes one set of an answer by its guide, level by level; HL numbers and counts are worked out here. */
import type { Separators } from '../../../x12/index.ts';
import { isFields } from '../../guide/fields.ts';
import type { Leftover } from '../../guide/leftovers.ts';
import type { Fields, LoopRule } from '../../guide/rules.ts';
import { type Fold, SegmentText } from '../../guide/segment-text.ts';
import { writeLoop } from '../../guide/write-loop.ts';
import type { WritableSet } from '../file-writer.ts';

export class LevelWriter implements WritableSet {
  readonly #separators: Separators;
  readonly #out: SegmentText;
  readonly #controlNumber: string;
  readonly #version: string;
  /** HL01 of the last level, of the one that is written, and of the one above it. */
  #lastNumber = 0;
  #number = 0;
  #parent = 0;
  #children: '' | '0' | '1' = '';

  /** `version` is ST03; an answer may have none. */
  constructor(
    separators: Separators,
    fold: Fold,
    { controlNumber, version = '' }: { readonly controlNumber: string; readonly version?: string },
    rule: LoopRule,
    answer: Fields,
  ) {
    this.#separators = separators;
    this.#controlNumber = controlNumber;
    this.#version = version;
    this.#out = new SegmentText(separators, fold);
    this.#write(headOf(rule), answer);
    this.#writeBelow(rule, answer, 0);
  }

  take(): string {
    return this.#out.take();
  }

  finish(): string {
    const { element, terminator } = this.#separators;
    const trailer = ['SE', String(this.#out.count + 1), this.#controlNumber].join(element);
    return this.take() + trailer + terminator;
  }

  #writeBelow(rule: LoopRule, target: Fields, parent: number): void {
    for (const level of levelsBelow(rule)) {
      for (const item of itemsOf(level, target)) {
        const isNumbered = level.children[0].id === 'HL';
        if (isNumbered) {
          this.#lastNumber += 1;
          this.#number = this.#lastNumber;
          this.#parent = parent;
          this.#children = childrenOf(level, item);
        }
        const own = this.#number;
        this.#write(level, item);
        this.#writeBelow(level, item, own);
      }
    }
  }

  #write(rule: LoopRule, target: Fields): void {
    this.#out.useLeftovers(leftoversOf(target));
    writeLoop(rule, target, this.#out, this.#computed, rule.id);
  }

  readonly #computed = (name: string): string => {
    switch (name) {
      case 'set-control-number':
        return this.#controlNumber;
      case 'version':
        return this.#version;
      case 'level-number':
        return String(this.#number);
      case 'level-parent':
        return this.#parent === 0 ? '' : String(this.#parent);
      case 'level-children':
        return this.#children;
      case 'level-lowest':
        return '0';
      default:
        throw new Error(`the guide names a value that the writer does not know: ${name}`);
    }
  };
}

/** What stands before the first level; the trailer is written when the set ends. */
function headOf(rule: LoopRule): LoopRule {
  const known = HEADS.get(rule);
  if (known) return known;
  const [opening, ...others] = rule.children;
  const made: LoopRule = {
    ...rule,
    children: [opening, ...others.filter((child) => !(child.kind === 'segment' && child.id === 'SE'))],
  };
  HEADS.set(rule, made);
  return made;
}
const HEADS = new WeakMap<LoopRule, LoopRule>();

function levelsBelow(rule: LoopRule): LoopRule[] {
  return rule.children.flatMap((child) => (child.kind === 'loop' && child.isLevel ? [child] : []));
}

function itemsOf({ into }: LoopRule, target: Fields): Fields[] {
  const value = into?.field.get(target);
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** HL04: whether a level follows below; nothing where none can. */
function childrenOf(rule: LoopRule, target: Fields): '' | '0' | '1' {
  const numbered = levelsBelow(rule).filter(({ children: [opening] }) => opening.id === 'HL');
  if (numbered.length === 0) return '';
  return numbered.some((level) => itemsOf(level, target).length > 0) ? '1' : '0';
}

function leftoversOf({ notInModel }: Fields): readonly Leftover[] | undefined {
  return Array.isArray(notInModel) ? notInModel : undefined;
}
