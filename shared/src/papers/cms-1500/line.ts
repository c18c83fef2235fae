/** Box 24: one service line, with what stands in its shaded half. */
import { type Claim, renderingNpi, type ServiceLine } from '../../claim/index.ts';
import { letterOf } from '../superbill.ts';
import { LINE_BOXES, shadedLine } from './boxes.ts';
import { amount, capitals, type Entry, fill, shortDay, text } from './entries.ts';

/** `place` on its page, from 0. */
export function lineEntries(claim: Claim, line: ServiceLine, place: number): Entry[] {
  const put = (name: keyof typeof LINE_BOXES, values: Readonly<Record<string, string | undefined>>) =>
    fill(LINE_BOXES[name], values, shadedLine(place));
  const rendering = line.renderingProvider ?? claim.renderingProvider;
  const [other] = rendering?.secondaryIds ?? [];
  const taxonomy = rendering?.taxonomy;
  return [
    ...put('supplement', text(supplementOf(line))),
    ...put('renderingQualifier', { text: other?.qualifier ?? (taxonomy && 'ZZ') }),
    ...put('renderingId', text(other?.value ?? taxonomy)),
    ...put('from', shortDay(line.serviceDate)),
    ...put('to', shortDay(line.serviceDateEnd ?? line.serviceDate)),
    ...put('place', { text: line.placeOfService ?? claim.placeOfService }),
    ...put('emergency', { text: line.isEmergency ? 'Y' : undefined }),
    ...put('procedure', { text: line.procedureCode }),
    ...put('modifiers', { text: line.modifiers.join(' ') }),
    ...put('pointers', { text: line.diagnosisPointers.map((pointer) => letterOf(pointer - 1)).join('') }),
    ...put('charge', { text: amount(line.chargeAmount, 8) }),
    ...put('units', { text: String(line.units) }),
    ...put('epsdt', { text: line.isEpsdt ? 'Y' : undefined }),
    ...put('renderingNpi', { text: line.renderingProvider?.npi ?? renderingNpi(claim) }),
  ];
}

/** The drug, else what the code alone does not say. */
function supplementOf({ drug, description }: ServiceLine): string | undefined {
  if (drug) return `N4${drug.code.replace(/-/g, '')} ${drug.unit}${drug.quantity}`;
  return description && `ZZ${capitals(description)}`;
}
