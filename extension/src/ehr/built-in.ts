/** The recipes that come with the extension. They live in the background; a page is given those of its site alone. */
import type { Recipe } from '@claimside/shared/recipe';
import { athenaOne } from './athenaone/recipe.ts';
import { centralReach } from './centralreach/recipe.ts';
import { charm } from './charm/recipe.ts';
import { chiroFusion } from './chirofusion/recipe.ts';
import { drChrono } from './drchrono/recipe.ts';
import { eClinicalWorks } from './eclinicalworks/recipe.ts';
import { elation } from './elation/recipe.ts';
import { jane } from './jane/recipe.ts';
import { medplum } from './medplum/recipe.ts';
import { officeAlly } from './office-ally/recipe.ts';
import { openEmr } from './openemr/recipe.ts';
import { openMrs } from './openmrs/recipe.ts';
import { optiMantra } from './optimantra/recipe.ts';
import { oscar } from './oscar/recipe.ts';
import { ottehr } from './ottehr/recipe.ts';
import { practiceFusion } from './practice-fusion/recipe.ts';
import { simplePractice } from './simplepractice/recipe.ts';
import { tebra } from './tebra/recipe.ts';
import { therapyNotes } from './therapynotes/recipe.ts';
import { zHealth } from './zhealth/recipe.ts';

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
  athenaOne,
  charm,
  chiroFusion,
  drChrono,
  eClinicalWorks,
  elation,
  openMrs,
  optiMantra,
  oscar,
  zHealth,
];
