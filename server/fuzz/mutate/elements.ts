/** Harm done to elements: emptied, lost, too many, swapped, divided, given a value that they should not have. */
import { divide, type Separated } from '../divided.ts';
import type { Random } from '../random.ts';
import { oddValue } from '../values.ts';
import type { Mutation } from './mutation.ts';

export const ELEMENT_MUTATIONS: readonly Mutation[] = [
  onElement('empty an element', 40, () => ''),
  onElement('an odd value', 80, (_, random) => oddValue(random)),
  onElement('the value of another element', 30, (_, random, elements) => random.pick(elements) ?? ''),
  onElement('another case', 10, (text) =>
    text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase(),
  ),
  onElement('blanks around a value', 10, (text, random) => `${' '.repeat(random.below(3))}${text} `),
  onElement('repeat a value', 10, (text, random) =>
    text.repeat(random.between(2, random.oneIn(10) ? 60 : 4)),
  ),
  onElement('cut a value', 20, (text, random) => text.slice(0, random.below(text.length + 1))),
  onElement('divide a value', 30, (text, random, _, { component, repetition }) => {
    const at = random.below(text.length + 1);
    const separator = random.oneIn(3) ? repetition : component;
    return text.slice(0, at) + separator.repeat(random.few(8)) + text.slice(at);
  }),
  onElement('change a component', 30, (text, random, _, { component }) => {
    const components = text.split(component);
    components[random.below(components.length)] = random.oneIn(2) ? '' : oddValue(random);
    return components.join(component);
  }),
  onElement('lose or repeat components', 10, (text, random, _, { component }) => {
    const components = text.split(component);
    const at = random.below(components.length);
    if (random.oneIn(2)) components.splice(at, 1);
    else components.splice(at, 0, ...components.slice(at, at + 3));
    return components.join(component);
  }),
  onElements('lose elements', 20, (elements, random) => {
    elements.splice(random.between(1, elements.length), random.few(4));
  }),
  onElements('put in elements', 20, (elements, random) => {
    const more = Array.from({ length: random.few(6) }, () => (random.oneIn(2) ? '' : oddValue(random)));
    elements.splice(random.between(1, elements.length), 0, ...more);
  }),
  onElements('empty elements at the end', 10, (elements, random) => {
    elements.push(...Array.from({ length: random.oneIn(20) ? 500 : random.few(20) }, () => ''));
  }),
  onElements('swap two elements', 20, (elements, random) => {
    const [one, two] = [random.below(elements.length), random.below(elements.length)];
    [elements[one], elements[two]] = [elements[two] ?? '', elements[one] ?? ''];
  }),
  onElements('repeat elements', 10, (elements, random) => {
    const at = random.between(1, elements.length);
    const part = elements.slice(at, at + random.few(4));
    const times = random.oneIn(30) ? 300 : random.few(8);
    elements.splice(at, 0, ...Array.from({ length: times }, () => part).flat());
  }),
];

/** Changes the elements of one segment, place 0 its id. */
function onElements(
  name: string,
  weight: number,
  change: (elements: string[], random: Random, by: Separated) => void,
): Mutation {
  return {
    name,
    weight,
    change(text, random) {
      const { segments, by } = divide(text);
      const at = random.below(segments.length);
      const elements = (segments[at] ?? '').split(by.element);
      change(elements, random, by);
      segments[at] = elements.join(by.element);
      return segments.join(by.terminator);
    },
  };
}

/** Changes one element of one segment; its id only now and then. */
function onElement(
  name: string,
  weight: number,
  change: (text: string, random: Random, elements: readonly string[], by: Separated) => string,
): Mutation {
  return onElements(name, weight, (elements, random, by) => {
    const at = random.oneIn(30) ? 0 : random.between(1, Math.max(1, elements.length - 1));
    elements[at] = change(elements[at] ?? '', random, elements, by);
  });
}
