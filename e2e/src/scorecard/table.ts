/** The scorecard as text: for each EHR and reader, recall and precision by field, and what was wrong. */
import { AS_IT_IS, READERS, type ReaderName, type Scored } from './all.ts';
import { aligned, share } from './columns.ts';
import { added, type Count } from './score.ts';

/** One line for each EHR and reader, then the fields of each when asked for, then everything wrong that was shown as certain. */
export function scorecard(scored: readonly Scored[], withFields: boolean): string {
  const ehrs = [...new Set(scored.map(({ one }) => one.ehr))];
  const rows = ehrs.flatMap((ehr) =>
    READERS.flatMap((reader) => {
      const of = scored.filter((each) => each.one.ehr === ehr && each.reader === reader);
      if (of.length === 0) return [];
      return [AS_IT_IS, 'variants'].flatMap((kind) => {
        const some = of.filter(({ variant }) => (variant === AS_IT_IS) === (kind === AS_IT_IS));
        return some.length === 0 ? [] : [[ehr, reader, kind, String(some.length), ...figures(sum(some))]];
      });
    }),
  );
  const parts = [aligned([['EHR', 'reader', 'pages', 'readings', ...FIGURES], ...rows], FIGURES.length)];
  if (withFields)
    parts.push(...ehrs.flatMap((ehr) => READERS.map((reader) => fieldsOf(scored, ehr, reader))));
  const wrong = scored.flatMap(({ one, variant, reader, score }) =>
    score.wrong.map(
      ({ fact, read, truth }) =>
        `${one.ehr} ${one.name}, ${variant}, ${reader}: ${fact} shown as "${read}", is ${truth === undefined ? 'not on the page' : `"${truth}"`}`,
    ),
  );
  parts.push(listed(wrong));
  return parts.filter((part) => part !== '').join('\n');
}

const MOST_LISTED = 40;

function listed(wrong: readonly string[]): string {
  if (wrong.length === 0) return 'Shown as certain and wrong: nothing.\n';
  const more = wrong.length > MOST_LISTED ? `and ${wrong.length - MOST_LISTED} more\n` : '';
  return `Shown as certain and wrong:\n${wrong.slice(0, MOST_LISTED).join('\n')}\n${more}`;
}

const FIGURES = ['said', 'read', 'sure', 'precision of sure', 'wrong, for a look'];

function figures({ said, right, rightAndCertain, certain, wrongAndUnsure }: Count): string[] {
  return [
    String(said),
    share(right, said),
    share(rightAndCertain, said),
    share(rightAndCertain, certain),
    String(wrongAndUnsure),
  ];
}

function sum(scored: readonly Scored[]): Count {
  const counts = [...added(scored.map(({ score }) => score)).values()];
  const total = (name: keyof Count): number => counts.reduce((all, count) => all + count[name], 0);
  return {
    said: total('said'),
    right: total('right'),
    rightAndCertain: total('rightAndCertain'),
    certain: total('certain'),
    wrongAndUnsure: total('wrongAndUnsure'),
  };
}

function fieldsOf(scored: readonly Scored[], ehr: string, reader: ReaderName): string {
  const of = scored.filter((each) => each.one.ehr === ehr && each.reader === reader);
  if (of.length === 0) return '';
  const kinds = [...added(of.map(({ score }) => score))].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = kinds.map(([kind, count]) => [kind, ...figures(count)]);
  return `${ehr}, ${reader}\n${aligned([['field', ...FIGURES], ...rows], FIGURES.length)}`;
}
