/** The lesson while it goes on: points, tries at once what would be read, takes back, saves for the practice. */
import type { RecipeToKeep } from '@claimside/shared/api';
import type { Capture, CaptureField } from '@claimside/shared/capture';
import {
  type Pointed,
  type PointedColumn,
  type Recipe,
  RecipeSchema,
  tellingWords,
  valuesOfPatient,
} from '@claimside/shared/recipe';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { putToUse, recipesFor } from '../../recipes/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import type { PageLink } from '../page-link.ts';
import {
  beginLesson,
  finished,
  tellingTexts,
  withColumns,
  withDiagnoses,
  withLines,
  without,
  withValue,
} from './lesson.ts';
import { inSentence, nextRow, pointedAtOf, type RowId, rowOf } from './rows.ts';
import { openTeachLink, type TeachLink } from './teach-link.ts';

/** What a person has to answer before the place counts. */
export interface Doubt {
  readonly row: CaptureField;
  /** What the place's own label says that it is. */
  readonly says: CaptureField;
  readonly pointed: Pointed;
}

/** A row that could not be learnt, and why. */
export interface Refusal {
  readonly row: RowId;
  readonly why: string;
}

export interface Teaching {
  readonly state: 'starting' | 'ready' | 'gone';
  readonly host: string;
  readonly recipe: Recipe | undefined;
  /** What the recipe reads on the page now. */
  readonly capture: Capture | undefined;
  readonly pointing: RowId | undefined;
  /** The row to go on with. */
  readonly next: RowId | undefined;
  readonly doubt: Doubt | undefined;
  readonly refusal: Refusal | undefined;
  /** Columns of the list of services as they were pointed at. */
  readonly columns: readonly PointedColumn[] | undefined;
  readonly isChanged: boolean;
  readonly saving: 'no' | 'saving' | 'saved' | { readonly failed: string };
  point(row: RowId): Promise<void>;
  stopPointing(): void;
  answer(field: CaptureField): void;
  mean(columns: readonly PointedColumn[]): void;
  remove(row: RowId): void;
  /** Takes the last change of this row back; undefined where there is none. */
  undoOf(row: RowId): (() => void) | undefined;
  save(): Promise<void>;
  goOn(): void;
}

const NOTHING_THERE: Readonly<Record<'value' | 'lines' | 'diagnoses', string>> = {
  value: 'Nothing stands there. Point at the value itself.',
  lines:
    'No procedure code stands in rows there. Point at a code in the list of services of a visit that has some.',
  diagnoses: 'No ICD-10 code stands in a list there. Point at one of the diagnoses of a visit that has some.',
};
const NO_WAY =
  'Nothing that stays from patient to patient marks this place. Point at the same value where a label stands beside it.';
const NOT_READ = 'The place was learnt, but what stands there can’t be read as this.';
const TELLING =
  'Not saved: a part of this page’s own names or address holds a word of the patient. Point at the same value elsewhere: ';

export function useTeaching(link: PageLink, ehr: string | undefined, onSaved: () => void): Teaching {
  const server = useServer();
  const line = useRef<TeachLink>();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Teaching['state']>('starting');
  const [recipe, setRecipe] = useState<Recipe>();
  const [capture, setCapture] = useState<Capture>();
  const [pointing, setPointing] = useState<RowId>();
  const [next, setNext] = useState<RowId>();
  const [doubt, setDoubt] = useState<Doubt>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [list, setList] = useState<Pointed>();
  const [before, setBefore] = useState<ReadonlyMap<RowId, Recipe>>(new Map());
  const [saving, setSaving] = useState<Teaching['saving']>('no');
  const [isChanged, setChanged] = useState(false);
  /** Every value of the patient that was read or pointed at: none may be in what is stored. */
  const seen = useRef(new Set<string>());
  const turn = useRef(0);

  const tryOut = useCallback(async (of: Recipe): Promise<Capture | undefined> => {
    turn.current += 1;
    const mine = turn.current;
    const read = await line.current?.tryOut(of);
    for (const value of read ? valuesOfPatient(read) : []) seen.current.add(value);
    if (mine === turn.current) setCapture(read);
    return read;
  }, []);

  useEffect(() => {
    let isOver = false;
    setState('starting');
    void (async () => {
      const opened = await openTeachLink(link.tabId, () => {
        if (!isOver) setState('gone');
      });
      if (isOver || !opened) {
        opened?.close();
        if (!isOver) setState('gone');
        return;
      }
      line.current = opened;
      const recipes = await recipesFor(opened.origin);
      const began =
        recipe ??
        beginLesson(
          opened.host,
          recipes.find(({ id }) => id === ehr),
        );
      setRecipe(began);
      await tryOut(began);
      if (!isOver) setState('ready');
    })();
    return () => {
      isOver = true;
      line.current?.close();
      line.current = undefined;
    };
  }, [link.tabId, attempt]);

  /** A change of one row, tried at once; says so when it reads nothing. */
  const change = async (row: RowId, to: Recipe) => {
    if (!recipe) return;
    setBefore((known) => new Map(known).set(row, recipe));
    setRecipe(to);
    setChanged(true);
    setSaving('no');
    const read = await tryOut(to);
    if (read && !isRead(read, row)) setRefusal({ row, why: NOT_READ });
    const isThere = (id: RowId): boolean => read !== undefined && isKnown(read, id);
    setNext(isThere(row) ? nextRow(row, isThere) : row);
  };

  const keepValue = (row: CaptureField, pointed: Pointed) => {
    setDoubt(undefined);
    if (recipe) void change(row, withValue(recipe, row, pointed));
  };

  return {
    state,
    host: line.current?.host ?? '',
    recipe,
    capture,
    pointing,
    next,
    doubt,
    refusal,
    columns: list?.lines?.headers,
    isChanged,
    saving,
    async point(row) {
      if (!recipe) return;
      setRefusal(undefined);
      setDoubt(undefined);
      setPointing(row);
      const at = pointedAtOf(row);
      const pointed = await line.current?.point(at, rowOf(row)?.words ?? 'it');
      setPointing(undefined);
      if (!pointed) return;
      if (row === 'lines' || row === 'diagnoses') {
        if (!pointed[row]) return setRefusal({ row, why: NOTHING_THERE[at] });
        if (row === 'lines') setList(pointed);
        await change(row, row === 'lines' ? withLines(recipe, pointed) : withDiagnoses(recipe, pointed));
        return;
      }
      const { value } = pointed;
      if (!value) return setRefusal({ row, why: NOTHING_THERE[at] });
      if (row !== 'visit.serviceDate') seen.current.add(value.raw);
      if (value.locators.length === 0) return setRefusal({ row, why: NO_WAY });
      const [says] = value.suggestions;
      if (says && !value.suggestions.includes(row) && rowOf(says)) setDoubt({ row, says, pointed });
      else keepValue(row, pointed);
    },
    stopPointing: () => line.current?.stop(),
    answer(field) {
      if (doubt) keepValue(field, doubt.pointed);
    },
    mean(columns) {
      if (!list || !recipe) return;
      const meant = withColumns(list, columns);
      setList(meant);
      void change('lines', withLines(recipe, meant));
    },
    remove(row) {
      setRefusal(undefined);
      if (row === 'lines') setList(undefined);
      if (recipe) void change(row, without(recipe, row));
    },
    undoOf(row) {
      const last = before.get(row);
      if (!last) return undefined;
      return () => {
        setRefusal(undefined);
        if (row === 'lines') setList(undefined);
        setRecipe(last);
        // What was changed after it went with it.
        setBefore(new Map());
        setNext(row);
        void tryOut(last);
      };
    },
    async save() {
      if (!recipe) return;
      setSaving('saving');
      const read = await tryOut(recipe);
      const done = read && finished(recipe, read);
      if (!done) return setState('gone');
      const telling = tellingTexts(done, tellingWords(seen.current));
      if (telling.length > 0) return setSaving({ failed: TELLING + rowsHolding(recipe, telling) });
      if (!RecipeSchema.safeParse(done).success) {
        return setSaving({ failed: 'This page’s names are too long to be kept. Point at other places.' });
      }
      try {
        const taught: RecipeToKeep = { recipe: done };
        await putToUse(await server.saveRecipe(done.id, taught));
        setRecipe(done);
        setChanged(false);
        setSaving('saved');
        onSaved();
      } catch (error) {
        setSaving({ failed: sentenceOf(error) });
      }
    },
    goOn: () => setAttempt((count) => count + 1),
  };
}

/** True when the page gave this row. */
export function isRead({ fields, lines, diagnoses }: Capture, row: RowId): boolean {
  if (row === 'lines') return lines.length > 0;
  if (row === 'diagnoses') return diagnoses.length > 0;
  return fields[row] !== undefined;
}

/** A name in one piece is read as well as one in two. */
export const isKnown = (capture: Capture, row: RowId): boolean =>
  isRead(capture, row) ||
  ((row === 'patient.lastName' || row === 'patient.firstName') && isRead(capture, 'patient.name'));

/** Which rows to point at anew, by the texts that may not be stored. */
function rowsHolding({ documents }: Recipe, texts: readonly string[]): string {
  const holds = (part: unknown): boolean => {
    const written = JSON.stringify(part ?? '');
    return texts.some((text) => written.includes(JSON.stringify(text).slice(1, -1)));
  };
  const rows = documents.flatMap(({ fields = {}, lines, diagnoses }): RowId[] => [
    ...(Object.keys(fields) as CaptureField[]).filter((field) => holds(fields[field])),
    ...(holds(lines) ? (['lines'] as const) : []),
    ...(holds(diagnoses) ? (['diagnoses'] as const) : []),
  ]);
  const named = [...new Set(rows)].flatMap((id) => rowOf(id) ?? []).map(inSentence);
  return `${named.join(', ') || 'the address'}.`;
}
