/** A finding as one line for people and for tools that jump to places: `file:line:column: severity CODE at place: what. fix`. */
import type { X12Finding } from '../../../x12/index.ts';
import { printedLine } from './printed.ts';

/** Holds no value of the file: what was found stands only in the JSON. */
export function findingLine(name: string, finding: X12Finding): string {
  const { location, severity, code, claim, message, fix } = finding;
  const { line, column = 1, loop } = location;
  const place = placeOf(finding);
  const where = [
    `${name}:${line}:${column}:`,
    severity,
    code,
    place && `at ${place}`,
    loop && `in ${loop}`,
    claim && `of claim ${claim}`,
  ];
  const what = [withoutPlace(message, place), fix];
  return printedLine(`${where.filter(Boolean).join(' ')}: ${what.filter(Boolean).join(' ')}`);
}

/** `SV107-1`. */
export function placeOf({ location: { segmentId, element, component } }: X12Finding): string {
  if (segmentId === '' || element === undefined) return segmentId;
  const place = `${segmentId}${String(element).padStart(2, '0')}`;
  return component === undefined ? place : `${place}-${component}`;
}

/** The place stands before the message already. */
function withoutPlace(message: string, place: string): string {
  return place !== '' && message.startsWith(`${place}: `) ? message.slice(place.length + 2) : message;
}
