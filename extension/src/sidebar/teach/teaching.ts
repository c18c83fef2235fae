/** The course of a lesson as a state machine: what a person and the page do, and what stands in the panel after each. */
import type { Capture, CaptureField } from '@claimside/shared/capture';
import { type Pointed, type PointedColumn, type Recipe, valuesOfPatient } from '@claimside/shared/recipe';
import { isKnown, isRead, isUnfit, looksWhole } from './for-billing.ts';
import { withColumns, withDiagnoses, withLines, without, withValue } from './lesson.ts';
import { NO_WAY, NOT_READ, NOTHING_THERE, notOfThisKind, WHY_NOT } from './refusals.ts';
import { nextRow, pointedAtOf, type RowId, rowOf } from './rows.ts';

/** A page that is being opened or was left may have a lesson that goes on where it is open again. */
export type Teaching =
  | { readonly at: 'starting' | 'gone'; readonly lesson?: Lesson }
  | { readonly at: 'page'; readonly host: string; readonly lesson: Lesson };

export interface Lesson {
  readonly recipe: Recipe;
  /** What the page gave when it was last tried, and by which recipe. */
  readonly capture: Capture;
  readonly triedBy: Recipe;
  /** Every value of the patient that was read: none may be in what is stored. */
  readonly seen: ReadonlySet<string>;
  /** What goes on with one row; never with two. */
  readonly now?: AtRow;
  /** The row to go on with. */
  readonly next?: RowId;
  /** The list of services as it was pointed at. */
  readonly list?: Pointed;
  /** For each row, the recipe before its last change. */
  readonly before: ReadonlyMap<RowId, Recipe>;
  readonly keeping: Keeping;
  /** The practice switched off what was taught here: saving uses it again. */
  readonly isOff?: true;
  /** It was begun before the page was loaded anew, and goes on. */
  readonly isResumed?: true;
}

export type AtRow =
  /** A person points in the page. */
  | { readonly is: 'pointing'; readonly row: RowId }
  /** The place's own label says that it is something else: a person has to say. */
  | {
      readonly is: 'asked';
      readonly row: CaptureField;
      readonly says: CaptureField;
      readonly pointed: Pointed;
      /** Not the label says so, but the text: it looks like a whole name. */
      readonly isWhole?: true;
    }
  /** The page is read by what was changed. */
  | { readonly is: 'taught' | 'removed'; readonly row: RowId }
  /** It could not be learnt. */
  | { readonly is: 'refused'; readonly row: RowId; readonly why: string };

export type Keeping = 'unchanged' | 'changed' | 'saving' | 'saved' | { readonly failed: string };

export type Happening =
  | {
      readonly type: 'began';
      readonly host: string;
      readonly recipe: Recipe;
      readonly read: Capture;
      readonly isOff?: boolean;
      readonly isResumed?: boolean;
    }
  | { readonly type: 'gone' | 'go-on' | 'begin-anew' }
  | { readonly type: 'save' }
  | { readonly type: 'point' | 'remove' | 'undo'; readonly row: RowId }
  /** Null when the person stopped. */
  | { readonly type: 'pointed'; readonly row: RowId; readonly pointed: Pointed | null }
  | { readonly type: 'answer'; readonly field: CaptureField }
  | { readonly type: 'mean'; readonly columns: readonly PointedColumn[] }
  | { readonly type: 'tried'; readonly of: Recipe; readonly read: Capture }
  | { readonly type: 'saved'; readonly of: Recipe; readonly kept: Recipe }
  | { readonly type: 'not-saved'; readonly why: string };

export const STARTING: Teaching = { at: 'starting' };

/** What does not belong to the state that it happens in is passed over: an answer that comes late, a press too many. */
export function after(teaching: Teaching, happening: Happening): Teaching {
  const { lesson } = teaching;
  switch (happening.type) {
    case 'gone':
      return { at: 'gone', ...(lesson && { lesson: atRest(lesson) }) };
    case 'go-on':
      return { at: 'starting', ...(lesson && { lesson }) };
    case 'begin-anew':
      return STARTING;
    case 'began': {
      const { host, recipe, read, isOff, isResumed } = happening;
      const first: Lesson = {
        recipe,
        capture: read,
        triedBy: recipe,
        seen: new Set(),
        before: new Map(),
        keeping: isResumed ? 'changed' : 'unchanged',
        ...(isOff && { isOff }),
        ...(isResumed && { isResumed }),
      };
      return { at: 'page', host, lesson: withRead(lesson ?? first, read) };
    }
    default:
      return teaching.at === 'page'
        ? { ...teaching, lesson: inLesson(teaching.lesson, happening) }
        : teaching;
  }
}

type InLesson = Exclude<Happening, { readonly type: 'gone' | 'go-on' | 'begin-anew' | 'began' }>;

function inLesson(lesson: Lesson, happening: InLesson): Lesson {
  const { recipe, now } = lesson;
  switch (happening.type) {
    case 'point':
      return withNow(lesson, { is: 'pointing', row: happening.row });
    case 'pointed':
      return now?.is === 'pointing' && now.row === happening.row
        ? pointedAt(withNow(lesson, undefined), happening.row, happening.pointed)
        : lesson;
    case 'answer':
      return now?.is === 'asked'
        ? changed(lesson, 'taught', happening.field, withValue(recipe, happening.field, now.pointed))
        : lesson;
    case 'mean': {
      if (!lesson.list) return lesson;
      const list = withColumns(lesson.list, happening.columns);
      return changed({ ...lesson, list }, 'taught', 'lines', withLines(recipe, list));
    }
    case 'remove':
      return changed(
        withoutList(lesson, happening.row),
        'removed',
        happening.row,
        without(recipe, happening.row),
      );
    case 'undo': {
      const last = lesson.before.get(happening.row);
      if (!last) return lesson;
      const { row } = happening;
      // What was changed after it goes with it.
      const undone = { ...withoutList(lesson, row), recipe: last, before: new Map(), next: row };
      return withNow({ ...undone, keeping: 'changed' }, undefined);
    }
    case 'tried':
      // What an earlier recipe read tells nothing of this one, but whom the page is about.
      return happening.of === recipe ? tried(lesson, happening.read) : withSeen(lesson, happening.read);
    case 'save':
      return mayKeep(lesson) ? { ...lesson, keeping: 'saving' } : lesson;
    case 'saved': {
      const { of, kept } = happening;
      const { isOff: _, isResumed: __, ...rest } = lesson;
      if (of === recipe) return { ...rest, recipe: kept, keeping: 'saved' };
      // A person went on meanwhile: that is not saved yet.
      return { ...rest, recipe: { ...recipe, revision: kept.revision }, keeping: 'changed' };
    }
    case 'not-saved':
      return { ...lesson, keeping: { failed: happening.why } };
  }
}

/** True where leaving would lose something. */
export const isChanged = ({ keeping }: Lesson): boolean => keeping !== 'unchanged' && keeping !== 'saved';

export const mayKeep = (lesson: Lesson): boolean =>
  lesson.keeping !== 'saving' && (isChanged(lesson) || lesson.isOff === true);

function pointedAt(lesson: Lesson, row: RowId, pointed: Pointed | null): Lesson {
  if (!pointed) return lesson;
  const { recipe } = lesson;
  const refused = (why: string): Lesson => withNow(lesson, { is: 'refused', row, why });
  const whyNot = pointed.why ? WHY_NOT[pointed.why] : NOTHING_THERE[pointedAtOf(row)];
  if (row === 'lines' || row === 'diagnoses') {
    if (!pointed[row]) return refused(whyNot);
    return row === 'lines'
      ? changed({ ...lesson, list: pointed }, 'taught', row, withLines(recipe, pointed))
      : changed(lesson, 'taught', row, withDiagnoses(recipe, pointed));
  }
  const { value } = pointed;
  if (!value) return refused(whyNot);
  if (value.locators.length === 0) return refused(NO_WAY);
  const [says] = value.suggestions;
  if (says !== row && looksWhole(lesson.capture, row, value.raw))
    return withNow(lesson, { is: 'asked', row, says: 'patient.name', pointed, isWhole: true });
  return says && !value.suggestions.includes(row) && rowOf(says)
    ? withNow(lesson, { is: 'asked', row, says, pointed })
    : changed(lesson, 'taught', row, withValue(recipe, row, pointed));
}

function changed(lesson: Lesson, is: 'taught' | 'removed', row: RowId, to: Recipe): Lesson {
  const before = new Map(lesson.before).set(row, lesson.recipe);
  return withNow({ ...lesson, recipe: to, before, keeping: 'changed' }, { is, row });
}

function tried(lesson: Lesson, read: Capture): Lesson {
  const { now } = lesson;
  const after = withRead(lesson, read);
  if (now?.is !== 'taught' && now?.is !== 'removed') return after;
  const { is, row } = now;
  const next = isKnown(read, row) ? nextRow(row, (id) => isKnown(read, id)) : row;
  const { next: _, ...rest } = after;
  const why = !isRead(read, row) ? NOT_READ : isUnfit(read, row) ? notOfThisKind(row) : undefined;
  return withNow(
    { ...rest, ...(next && { next }) },
    is === 'taught' && why !== undefined ? { is: 'refused', row, why } : undefined,
  );
}

const withRead = (lesson: Lesson, read: Capture): Lesson => ({
  ...withSeen(lesson, read),
  capture: read,
  triedBy: lesson.recipe,
});

function withSeen(lesson: Lesson, read: Capture): Lesson {
  const fresh = valuesOfPatient(read).filter((value) => !lesson.seen.has(value));
  return fresh.length === 0 ? lesson : { ...lesson, seen: new Set([...lesson.seen, ...fresh]) };
}

function withNow({ now: _, ...lesson }: Lesson, now: AtRow | undefined): Lesson {
  return now ? { ...lesson, now } : lesson;
}

function withoutList(lesson: Lesson, row: RowId): Lesson {
  const { list: _, ...rest } = lesson;
  return row === 'lines' ? rest : lesson;
}

/** Nobody points at, is asked about, or saves by a page that was left. */
function atRest(lesson: Lesson): Lesson {
  const { keeping } = lesson;
  return { ...withNow(lesson, undefined), keeping: keeping === 'saving' ? 'changed' : keeping };
}
