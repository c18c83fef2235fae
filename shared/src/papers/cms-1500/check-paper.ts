/** The form box by box, on plain paper: to look over before it is printed on the form. */
import { column, heading, type Paper, quietly, words } from '../paper.ts';
import { dayWords } from '../parts.ts';
import { shadedLine } from './boxes.ts';
import type { Entry } from './entries.ts';
import type { Cms1500Page } from './page.ts';

export function cms1500Paper(pages: readonly Cms1500Page[], today: string): Paper {
  const cut = [
    ...new Set(
      pages.flatMap(({ entries, lines }) => [...entries, ...lines.flat()].filter(({ isCut }) => isCut)),
    ),
  ];
  const boxes = [...new Set(cut.map(({ box }) => box))];
  return {
    title: 'CMS-1500',
    blocks: [
      words(
        'What is printed in which box. Send the payer the red form: a copy on plain paper is usually refused.',
      ),
      ...(boxes.length > 0 ? [words(`Too long for the form, and cut: box ${boxes.join(', ')}.`)] : []),
      ...[...new Set(pages.flatMap(({ withoutRoom }) => withoutRoom))].map((sentence) => words(sentence)),
      ...pages.flatMap((page) => [
        ...(page.of > 1 ? [heading(`Form ${page.number} of ${page.of}`)] : []),
        {
          kind: 'table' as const,
          caption: `Form ${page.number} of ${page.of}`,
          columns: [column('Box', 1), column('What', 4), column('Printed', 5)],
          rows: rowsOf(page),
        },
      ]),
      quietly(`Printed ${dayWords(today)}.`),
    ],
  };
}

/** Parts of one box that stand side by side are one row, in the order of the boxes. */
function rowsOf({ entries, lines }: Cms1500Page): string[][] {
  const rows = new Map<string, string[]>();
  for (const { box, name, part, line, text } of entries) {
    const isTick = text === 'X';
    const key = `${box} ${line} ${name}`;
    const row = rows.get(key) ?? [box, isTick && part ? `${name}: ${part}` : name, ''];
    rows.set(key, [...row.slice(0, 2), [row[2], text.trim()].filter(Boolean).join(' ')]);
  }
  return [...rows.values(), ...lines.flatMap(rowsOfLine)].sort(([a = ''], [b = '']) => order(a) - order(b));
}

/** Both halves of it, each box by its letter. */
function rowsOfLine(line: readonly Entry[], place: number): string[][] {
  const isShaded = (entry: Entry) => entry.line === shadedLine(place);
  const half = (entries: readonly Entry[], name: string) => {
    const boxes = [...new Set(entries.map(({ box }) => box))];
    const texts = boxes.map((box) => {
      const own = entries.filter((entry) => entry.box === box);
      return `${box} ${own.map(({ text }) => text.trim()).join(' ')}`;
    });
    return texts.length > 0 ? [['24', name, texts.join('; ')]] : [];
  };
  return [
    ...half(line.filter(isShaded), `Line ${place + 1}, shaded half`),
    ...half(
      line.filter((entry) => !isShaded(entry)),
      `Line ${place + 1}`,
    ),
  ];
}

/** The number, then its letter; what has none comes first. */
const order = (box: string): number =>
  (Number.parseInt(box, 10) || 0) * 32 + (box.replace(/^\d+/, '').toLowerCase().charCodeAt(0) || 96) - 96;
