/** The recipes that come with the extension. They live in the background; a page is given those of its site alone. */
import type { Recipe } from '@claimside/shared/recipe';
import { centralReach } from './centralreach/recipe.ts';
import { jane } from './jane/recipe.ts';
import { medplum } from './medplum/recipe.ts';
import { officeAlly } from './office-ally/recipe.ts';
import { openEmr } from './openemr/recipe.ts';
import { ottehr } from './ottehr/recipe.ts';
import { practiceFusion } from './practice-fusion/recipe.ts';
import { simplePractice } from './simplepractice/recipe.ts';
import { tebra } from './tebra/recipe.ts';
import { therapyNotes } from './therapynotes/recipe.ts';

export const BUILT_IN: readonly Recipe[] = [
  openEmr,
  medplum,
  officeAlly,
  practiceFusion,
  ottehr,
  tebra,
  therapyNotes,
  simplePractice,
  jane,
  centralReach,
];
