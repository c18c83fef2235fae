/** What each reachable document says, and whether it says it of the patient that the banner names. */
import {
  agreement,
  type Captured,
  type CaptureField,
  IDENTITY_FIELDS,
  identityOf,
  isSomebody,
  UNWITNESSED,
} from '@claimside/shared/capture';
import type { Recipe } from '@claimside/shared/recipe';
import { readByRecipe } from './by-recipe.ts';
import { atMost } from './captured.ts';
import { dateOrderOf } from './date-order.ts';
import { type ReachableDocument, reachableDocuments } from './documents.ts';
import { readGenericDocument } from './generic/read-document.ts';
import { witnessed } from './generic/witnessed.ts';
import type { LinesRead } from './lines.ts';
import type { Doubt, Memory } from './memory.ts';
import type { StateTree } from './page-state.ts';
import type { Places } from './places.ts';
import { documentIn } from './recipe-of.ts';
import { scopeOf } from './scope.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What one document says, whoever it belongs to. */
export interface DocumentRead {
  readonly fields: Partial<Record<CaptureField, Captured>>;
  readonly lines?: LinesRead;
  readonly visitNumber?: string;
  /** The page shows another patient than its state is of. */
  readonly isDivided?: true;
  /** What stood here when the page was taught, and does not now. */
  readonly changed?: readonly string[];
}

export interface Witness extends DocumentRead {
  readonly reachable: ReachableDocument;
  readonly id: string;
  readonly isBanner: boolean;
  readonly verdict: 'agree' | 'conflict' | 'unknown';
  readonly namesPatient: boolean;
  /** Why nothing tells whose it is; `stale`: it showed the same services under another patient. */
  readonly doubt?: Doubt | 'stale' | undefined;
  /** The shell around it names nobody, so that one of the two witnesses of the patient is missing. */
  readonly isNameless: boolean;
}

export interface Reading {
  readonly memory: Memory;
  readonly places: Places;
  /** Those that may be of this site. */
  readonly recipes: readonly Recipe[];
  /** What labels and headings mean where no recipe says. */
  readonly words: Vocabulary;
  /** What of the page's own state counts at its address, where the recipe asks for it and the page has answered. */
  readonly state?: StateTree | undefined;
}

export function readWitnesses(
  top: Document,
  ehr: Recipe | undefined,
  { memory, places, words, state }: Reading,
): Witness[] {
  const documents = reachableDocuments(top);
  const dateOrder = dateOrderOf(
    documents.map(({ document }) => document),
    words,
  );
  const readings = documents.flatMap((reachable) => {
    const recipe = ehr && documentIn(ehr, reachable);
    // One that has signs and no documents only says where things are.
    if (ehr && ehr.documents.length > 0 && !recipe) return [];
    // Without a recipe nothing tells a live frame from a stale one, so only what is on screen counts.
    if (!recipe && !reachable.shown) return [];
    const counting = reachable.document === top && ehr?.pageState ? state : undefined;
    const scope = scopeOf(reachable.document, words, counting, dateOrder, (table) =>
      memory.seenGrids.whole(table, reachable.address),
    );
    const readBody = (): DocumentRead => {
      try {
        if (recipe) return readByRecipe(scope, reachable.shown, recipe, places, ehr?.shapes);
      } catch {
        // A selector of a recipe from outside that is none.
      }
      return readGenericDocument(scope, places);
    };
    const first = readBody();
    // Rows seen under another patient are none of this one's.
    const isOthers = memory.seenGrids.keepFor(reachable.document, identityOf(first.fields));
    const body = isOthers ? readBody() : first;
    return [{ document: reachable.document, reachable, recipe, body, isNameless: false }];
  });
  const read = readings.map((one) => (one.recipe ? one : { ...one, ...witnessed(one, readings) }));
  const bannerRead = ehr?.banner
    ? read.find(({ recipe }) => recipe?.id === ehr.banner)
    : read.find(({ body }) => isSomebody(identityOf(body.fields)));
  const banner = bannerRead ? identityOf(bannerRead.body.fields) : {};
  memory.banner.set(banner, bannerRead ? placesOfPatient(bannerRead.body, places) : []);
  const date = bannerRead?.body.fields['visit.serviceDate'];
  const datePlace = date && places.find(date.placeId);
  if (datePlace) memory.visit.set({ name: `${date.value} ${bannerRead?.body.visitNumber}` }, [datePlace]);
  const witnesses = read.map((entry) => {
    const own = identityOf(entry.body.fields);
    const isBanner = entry === bannerRead;
    const namesSomebody = isSomebody(own);
    // Who has nothing in common with whom the banner names may be anybody: then it tells no more than one that names nobody.
    const isApart = namesSomebody && !isBanner && agreement(banner, own) === 'unknown';
    const namesPatient = namesSomebody && !isApart;
    const isStale = memory.isStale(entry.reachable.document, own, visitOf(entry.body));
    const seen = memory.seen(entry.reachable.document, banner);
    return {
      ...(isApart ? atMost(UNWITNESSED, entry.body) : entry.body),
      reachable: entry.reachable,
      id: seen.id,
      isBanner,
      namesPatient,
      doubt: isStale ? ('stale' as const) : namesPatient ? undefined : seen.doubt,
      isNameless: entry.isNameless || (ehr?.banner !== undefined && !isSomebody(banner)),
      verdict: entry.body.isDivided
        ? ('conflict' as const)
        : isBanner
          ? ('agree' as const)
          : agreement(banner, namesPatient ? own : seen.patient),
    };
  });
  // One tab is one visit: what the summary beside the fee sheet says of the patient holds for both.
  const confirmedTabs = new Set(
    witnesses.filter((w) => w.namesPatient && w.verdict === 'agree').map((w) => w.reachable.tab),
  );
  return witnesses.map((w) => ({
    ...w,
    doubt: w.doubt !== 'stale' && w.reachable.tab && confirmedTabs.has(w.reachable.tab) ? undefined : w.doubt,
  }));
}

/** The elements in which a document names its patient. */
const placesOfPatient = ({ fields }: DocumentRead, places: Places): Element[] =>
  IDENTITY_FIELDS.flatMap((field) => places.find(fields[field]?.placeId ?? '') ?? []);

/** The codes of a document with the elements that they stand in; empty where there are none. */
function visitOf({ fields, lines }: DocumentRead): string {
  const codes = [
    ...(lines?.lines ?? []).map(({ procedureCode }) => procedureCode),
    ...(lines?.diagnoses ?? []).map(({ code }) => code),
  ];
  if (codes.length === 0) return '';
  const said = codes.map(({ value, placeId }) => value + placeId);
  return [fields['visit.serviceDate']?.value, ...said].join(' ');
}
