/** The names that an element goes by, as selectors and as words. */
import { isStableClass, isStableName } from './stable.ts';

/** What data attributes tell of state or of a value, and those that tools write. */
const NOT_A_NAME =
  /^data-(state|value|index|key|active|selected|orientation|disabled|focus|loading|theme|open|side|align|invalid|v-|react|radix|reach|headlessui|1p|bw|lp|original|date|time|sort|count|length|row|col|id$|uid|guid)/;

/** `[data-field="dob"]`, best first. */
export function dataSelectors(element: Element): string[] {
  return element
    .getAttributeNames()
    .filter((name) => name.startsWith('data-') && !NOT_A_NAME.test(name) && isStableName(name))
    .flatMap((name) => {
      const value = element.getAttribute(name) ?? '';
      return isStableName(value) ? [`[${name}="${CSS.escape(value)}"]`] : [];
    })
    .sort((one, other) => Number(isForTests(other)) - Number(isForTests(one)));
}

const isForTests = (selector: string): boolean => /^\[data-(test|qa|cy|element|field|name)/.test(selector);

/** `input[name="dob"]`, `#dob`. */
export function nameSelectors(element: Element): string[] {
  const name = element.getAttribute('name') ?? '';
  const { id } = element;
  return [
    ...(isStableName(name) ? [`${element.localName}[name="${CSS.escape(name)}"]`] : []),
    ...(isStableName(id) ? [`#${CSS.escape(id)}`] : []),
  ];
}

/** Each class by itself, then all of them together. */
export function classSelectors(element: Element): string[] {
  const each = [...element.classList].filter(isStableClass).map((name) => `.${CSS.escape(name)}`);
  return [...each, ...(each.length > 1 ? [each.join('')] : [])];
}

/** `txtPatientDob` as `patient dob`: what its names would say as a label. */
export function namesAsWords(element: Element): string[] {
  const data = element
    .getAttributeNames()
    .filter((name) => name.startsWith('data-') && !NOT_A_NAME.test(name))
    .map((name) => element.getAttribute(name) ?? '');
  const names = [...data, element.getAttribute('name') ?? '', element.id, ...element.classList];
  return names.filter((name) => name !== '').map(asWords);
}

export function asWords(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .replace(/^(txt|ddl|lbl|form|fld|ctl\d*|col|cell|c|td) /, '')
    .trim();
}
