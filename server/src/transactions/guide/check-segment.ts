/** Holds one segment against its rule: usage, length, characters, codes, dates, pairs. Reports; never changes anything. */
import type { Fault, Segment } from '../../x12/index.ts';
import { fault, nameOf, placeName } from './faults.ts';
import type { Condition, ElementRule, SegmentRule, SimpleElement } from './rules.ts';
import { valueFault } from './value-fault.ts';

/** Takes a fault of an element or component. */
export type ReportElement = (fault: Fault, element: number, component?: number) => void;

export function checkSegment(segment: Segment, rule: SegmentRule, report: ReportElement): void {
  const { elementCount } = segment;
  const { elements: rules, conditions } = rule;
  for (let n = 1; n <= rules.length; n += 1) {
    const element = rules[n - 1];
    if (element !== undefined) checkElement(segment, element, n, report);
  }
  if (elementCount > rules.length) checkSurplus(segment, rule, report);
  else if (elementCount > 0 && segment.element(elementCount) === '') reportTrailing(segment, report);
  for (const condition of conditions) checkCondition(segment, condition, report);
}

function checkElement(segment: Segment, rule: ElementRule, n: number, report: ReportElement): void {
  const text = segment.element(n);
  if (text === '') {
    if (rule.usage === 'R') report(missing(segment.id, n), n);
    return;
  }
  if (rule.usage === 'N') {
    const name = placeName(segment.id, n);
    report(
      fault('ELEMENT-NOT-USED', `${name} has a value, and the guide does not use it.`, { value: text }),
      n,
    );
  } else if (rule.kind === 'simple') {
    const found = valueFault(segment, rule, text, placeName, n);
    if (found) report(found, n);
  } else {
    checkComponents(segment, rule.components, n, report);
  }
}

function checkComponents(
  segment: Segment,
  rules: readonly SimpleElement[],
  n: number,
  report: ReportElement,
): void {
  const components = segment.components(n);
  for (let c = 1; c <= rules.length; c += 1) {
    const rule = rules[c - 1];
    const text = components[c - 1] ?? '';
    if (rule === undefined) continue;
    if (text === '') {
      if (rule.usage === 'R') report(missing(segment.id, n, c), n, c);
    } else if (rule.usage === 'N') {
      const name = placeName(segment.id, n, c);
      report(
        fault('ELEMENT-NOT-USED', `${name} has a value, and the guide does not use it.`, { value: text }),
        n,
        c,
      );
    } else {
      const found = valueFault(segment, rule, text, placeName, n, c);
      if (found) report(found, n, c);
    }
  }
  if (components.length > rules.length && components.slice(rules.length).some((text) => text !== '')) {
    const name = placeName(segment.id, n);
    report(
      fault('ELEMENT-COMPONENTS', `${name} has more than ${rules.length} components.`),
      n,
      rules.length + 1,
    );
  }
}

function checkSurplus(segment: Segment, rule: SegmentRule, report: ReportElement): void {
  const at = segment.elements.findIndex((text, n) => n > rule.elements.length && text.trim() !== '');
  if (at < 0) {
    reportTrailing(segment, report);
    return;
  }
  const message = `${nameOf(rule)} has more than ${rule.elements.length} elements.`;
  report(fault('ELEMENT-EXTRA', message, { value: segment.element(at) }), at);
}

function reportTrailing(segment: Segment, report: ReportElement): void {
  const message = `${segment.id} ends with empty elements, which are to be left out.`;
  report(
    fault('ELEMENT-EXTRA', message, { fix: 'Leave out the separators at the end.' }),
    segment.elementCount,
  );
}

function missing(id: string, n: number, component?: number): Fault {
  return fault('ELEMENT-MISSING', `${placeName(id, n, component)} is required and empty.`);
}

function checkCondition(segment: Segment, condition: Condition, report: ReportElement): void {
  const found = conditionFault(segment, condition);
  if (found) report(found.fault, found.element);
}

function conditionFault(
  segment: Segment,
  { kind, elements }: Condition,
): { readonly fault: Fault; readonly element: number } | undefined {
  const [first = 0, ...others] = elements;
  const has = (n: number) => segment.element(n) !== '';
  const names = (list: readonly number[]) => list.map((n) => placeName(segment.id, n)).join(', ');
  switch (kind) {
    case 'P': {
      const empty = elements.filter((n) => !has(n));
      const [absent] = empty;
      if (absent === undefined || empty.length === elements.length) return undefined;
      const message = `${names(elements)} go together; ${names(empty)} is empty.`;
      return { fault: fault('ELEMENT-PAIR', message), element: absent };
    }
    case 'R': {
      if (elements.some(has)) return undefined;
      return {
        fault: fault('ELEMENT-PAIR', `At least one of ${names(elements)} is required.`),
        element: first,
      };
    }
    case 'E': {
      const second = elements.filter(has)[1];
      if (second === undefined) return undefined;
      const message = `Only one of ${names(elements)} may have a value.`;
      return { fault: fault('ELEMENT-EXCLUSIVE', message), element: second };
    }
    case 'C': {
      const absent = others.find((n) => !has(n));
      if (!has(first) || absent === undefined) return undefined;
      const message = `${names([first])} needs ${names(others)} beside it.`;
      return { fault: fault('ELEMENT-PAIR', message), element: absent };
    }
    case 'L': {
      if (!has(first) || others.some(has)) return undefined;
      const message = `${names([first])} needs one of ${names(others)} beside it.`;
      return { fault: fault('ELEMENT-PAIR', message), element: first };
    }
  }
}
