/** The recipes that come with the extension. They live in the background; a page is given those of its site alone. */
import type { Recipe } from '@claimside/shared/recipe';
import { medplum } from './medplum/recipe.ts';
import { officeAlly } from './office-ally/recipe.ts';
import { openEmr } from './openemr/recipe.ts';
import { tebra } from './tebra/recipe.ts';

export const BUILT_IN: readonly Recipe[] = [openEmr, medplum, officeAlly, tebra];
