/** Holds one segment against its rule: usage, length, characters, codes, dates, pairs. Reports; never changes anything. */
import type { Fault, Segment } from '../../x12/index.ts';
import type { ElementPlan } from './element-plan.ts';
import { fault, nameOf, placeName } from './faults.ts';
import type { Condition, SegmentRule } from './rules.ts';
import { valueFault } from './value-fault.ts';

/** Takes a fault of an element or component. */
export type ReportElement = (fault: Fault, element: number, component?: number) => void;

/** `plan` is of the elements of `rule`. */
export function checkSegment(
  segment: Segment,
  rule: SegmentRule,
  plan: readonly ElementPlan[],
  report: ReportElement,
): void {
  const { elementCount } = segment;
  for (const element of plan) {
    const text = segment.element(element.at);
    if (text === '') {
      if (element.isRequired) report(missing(segment.id, element.at), element.at);
    } else if (element.isRepeated && element.components) {
      const { component } = segment.separators;
      for (const each of segment.repetitions(element.at))
        checkComponents(
          segment,
          element.at,
          each.split(component).map((text) => text.trim()),
          element.components,
          report,
        );
    } else if (element.components)
      checkComponents(segment, element.at, segment.components(element.at), element.components, report);
    else if (element.isRepeated) checkRepetitions(segment, element, report);
    else {
      const found = valueFault(segment, element, text, element.at);
      if (found) report(found, element.at);
    }
  }
  if (elementCount > plan.length) checkSurplus(segment, rule, report);
  else if (elementCount > 0 && segment.element(elementCount) === '') reportTrailing(segment, report);
  for (const condition of rule.conditions)
    if (!holds(segment, condition)) reportCondition(segment, condition, plan, report);
}

/** What is required is told as missing, not as the lacking part of a pair too. */
function reportCondition(
  segment: Segment,
  condition: Condition,
  plan: readonly ElementPlan[],
  report: ReportElement,
): void {
  const [found, element] = conditionFault(segment, condition);
  const isToldMissing = plan[element - 1]?.isRequired === true && segment.element(element) === '';
  if (!isToldMissing) report(found, element);
}

/** What is wrong with several of them is told of the first. */
function checkRepetitions(segment: Segment, element: ElementPlan, report: ReportElement): void {
  for (const each of segment.repetitions(element.at)) {
    const found = valueFault(segment, element, each.trim(), element.at);
    if (!found) continue;
    report(found, element.at);
    return;
  }
}

function checkComponents(
  segment: Segment,
  n: number,
  components: readonly string[],
  plan: readonly ElementPlan[],
  report: ReportElement,
): void {
  for (const component of plan) {
    const { at: c } = component;
    const text = components[c - 1] ?? '';
    if (text === '') {
      if (component.isRequired) report(missing(segment.id, n, c), n, c);
    } else {
      const found = valueFault(segment, component, text, n, c);
      if (found) report(found, n, c);
    }
  }
  if (components.length > plan.length && components.slice(plan.length).some((text) => text !== '')) {
    const name = placeName(segment.id, n);
    report(
      fault('ELEMENT-COMPONENTS', `${name} has more than ${plan.length} components.`),
      n,
      plan.length + 1,
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

/** True as long as nothing is wrong, told without making anything. */
function holds(segment: Segment, { kind, elements }: Condition): boolean {
  let filled = 0;
  for (const n of elements) if (segment.element(n) !== '') filled += 1;
  switch (kind) {
    case 'P':
      return filled === 0 || filled === elements.length;
    case 'R':
      return filled > 0;
    case 'E':
      return filled < 2;
    case 'C':
      return filled === elements.length || segment.element(elements[0] ?? 0) === '';
    case 'L':
      return filled > 1 || segment.element(elements[0] ?? 0) === '';
  }
}

/** What is wrong where a condition does not hold, and at which element. */
function conditionFault(segment: Segment, { kind, elements }: Condition): [Fault, element: number] {
  const [first = 0, ...others] = elements;
  const isFilled = (n: number) => segment.element(n) !== '';
  const isEmpty = (n: number) => !isFilled(n);
  const names = (list: readonly number[]) => list.map((n) => placeName(segment.id, n)).join(', ');
  switch (kind) {
    case 'P': {
      const empty = elements.filter(isEmpty);
      const message = `${names(elements)} go together; ${names(empty)} is empty.`;
      return [fault('ELEMENT-PAIR', message), empty[0] ?? first];
    }
    case 'R':
      return [fault('ELEMENT-PAIR', `At least one of ${names(elements)} is required.`), first];
    case 'E': {
      const message = `Only one of ${names(elements)} may have a value.`;
      return [fault('ELEMENT-EXCLUSIVE', message), elements.filter(isFilled)[1] ?? first];
    }
    case 'C': {
      const message = `${names([first])} needs ${names(others)} beside it.`;
      return [fault('ELEMENT-PAIR', message), others.find(isEmpty) ?? first];
    }
    case 'L': {
      const message = `${names([first])} needs one of ${names(others)} beside it.`;
      return [fault('ELEMENT-PAIR', message), first];
    }
  }
}
