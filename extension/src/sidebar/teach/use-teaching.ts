/** The lesson with its effects: opens the line to the page, tries each change there, points, saves for the practice. */
import { type CaptureField, identityOf, isSomebody } from '@claimside/shared/capture';
import type { PointedColumn, Recipe } from '@claimside/shared/recipe';
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { keptRecipe, putToUse, recipesFor } from '../../recipes/index.ts';
import { forgetLesson, type KeptLesson, keepLesson, lessonKept } from '../../teach/lesson-kept.ts';
import { loadCredentials } from '../../ui/server/credentials.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import type { PageLink } from '../page-link.ts';
import { beginLesson, taughtId } from './lesson.ts';
import { pointedAtOf, type RowId, rowOf } from './rows.ts';
import { openTeachLink, type TeachLink } from './teach-link.ts';
import { after, isChanged, mayKeep, STARTING, type Teaching } from './teaching.ts';
import { recipeToKeep, tellsNobody } from './to-keep.ts';

/** What a person can do. */
export interface Acts {
  point(row: RowId): Promise<void>;
  stopPointing(): void;
  answer(field: CaptureField): void;
  mean(columns: readonly PointedColumn[]): void;
  remove(row: RowId): void;
  /** Takes the last change of this row back. */
  undo(row: RowId): void;
  /** Outlines places in the page; none ends it. */
  show(placeIds: readonly string[]): void;
  save(): Promise<void>;
  /** On the page that is open now. */
  goOn(): void;
  /** Without what was taught before the page was loaded anew. */
  beginAnew(): Promise<void>;
  /** What was not saved is given up. */
  giveUp(): void;
}

export function useTeaching(
  link: PageLink,
  ehr: string | undefined,
  onSaved: () => void,
): { readonly teaching: Teaching; readonly acts: Acts } {
  const server = useServer();
  const [teaching, happens] = useReducer(after, STARTING);
  const [attempt, setAttempt] = useState(0);
  const line = useRef<TeachLink>();
  const { lesson } = teaching;
  const recipe = lesson?.recipe;

  useEffect(() => {
    let isOver = false;
    happens({ type: 'go-on' });
    const gone = (): void => {
      if (!isOver) happens({ type: 'gone' });
    };
    void (async () => {
      const opened = await openTeachLink(link.tabId, gone);
      const began = opened && (recipe ? { recipe, isOff: false } : await beginning(opened, link.tabId, ehr));
      const read = began && (await opened.tryOut(began.recipe));
      if (isOver || !opened || !began || !read) {
        opened?.close();
        return gone();
      }
      line.current = opened;
      happens({ type: 'began', host: opened.host, read, ...began });
    })();
    return () => {
      isOver = true;
      line.current?.close();
      line.current = undefined;
    };
  }, [link.tabId, attempt]);

  useEffect(() => {
    const { current } = line;
    if (!recipe || !current) return;
    void current.tryOut(recipe).then((read) => {
      // A page that was left says so by itself.
      if (read && current === line.current) happens({ type: 'tried', of: recipe, read });
    });
  }, [recipe]);

  const unsaved = teaching.at === 'page' && lesson && isChanged(lesson) ? lesson : undefined;
  useEffect(() => {
    const origin = line.current?.origin;
    // Only a page that was read by it, and names its patient, can show that a place holds a word of the patient.
    if (!unsaved || origin === undefined || unsaved.triedBy !== unsaved.recipe) return;
    if (!isSomebody(identityOf(unsaved.capture.fields))) return;
    if (tellsNobody(unsaved.recipe, unsaved.capture, unsaved.seen))
      void keepLesson(link.tabId, () => asKept(origin, unsaved.recipe, unsaved.isOff === true));
    else void forgetLesson(link.tabId);
  }, [link.tabId, unsaved?.recipe, unsaved?.triedBy]);

  return {
    teaching,
    acts: {
      async point(row) {
        happens({ type: 'point', row });
        const pointed = await line.current?.point(pointedAtOf(row), rowOf(row)?.words ?? 'it');
        happens({ type: 'pointed', row, pointed: pointed ?? null });
      },
      stopPointing: () => line.current?.stop(),
      answer: (field) => happens({ type: 'answer', field }),
      mean: (columns) => happens({ type: 'mean', columns }),
      remove: (row) => happens({ type: 'remove', row }),
      undo: (row) => happens({ type: 'undo', row }),
      show: (placeIds) => line.current?.show(placeIds),
      async save() {
        if (!lesson || !mayKeep(lesson)) return;
        const of = lesson.recipe;
        happens({ type: 'save' });
        const read = await line.current?.tryOut(of);
        if (!read) return happens({ type: 'gone' });
        const kept = recipeToKeep(of, read, lesson.seen);
        if ('failed' in kept) return happens({ type: 'not-saved', why: kept.failed });
        try {
          await putToUse(await server.saveRecipe(kept.id, { recipe: kept }));
          await forgetLesson(link.tabId);
          happens({ type: 'saved', of, kept });
          onSaved();
        } catch (error) {
          happens({ type: 'not-saved', why: sentenceOf(error) });
        }
      },
      goOn: () => setAttempt((count) => count + 1),
      async beginAnew() {
        await forgetLesson(link.tabId);
        happens({ type: 'begin-anew' });
        setAttempt((count) => count + 1);
      },
      giveUp: () => void forgetLesson(link.tabId),
    },
  };
}

async function asKept(origin: string, recipe: Recipe, isOff: boolean): Promise<KeptLesson | undefined> {
  const credentials = await loadCredentials();
  return credentials && { origin, deviceId: credentials.deviceId, recipe, isOff };
}

/** What a reload interrupted; else what was taught for the site before, also while that is switched off; else what reads it now. */
async function beginning({ host, origin }: TeachLink, tabId: number, ehr: string | undefined) {
  const { deviceId = '' } = (await loadCredentials()) ?? {};
  const interrupted = await lessonKept(tabId, { origin, deviceId });
  if (interrupted) return { recipe: interrupted.recipe, isOff: interrupted.isOff, isResumed: true };
  const kept = await keptRecipe(taughtId(host));
  if (kept) return kept;
  const recipes = await recipesFor(origin);
  const base = recipes.find(({ id }) => id === ehr);
  return { recipe: beginLesson(host, base), isOff: false };
}
