import { expect, test } from 'vitest';
import { EDIT_FAMILIES, editsPage } from './index.ts';

test('EDITS.md says what the edits are today; `claimside docs edits` writes it', async () => {
  await expect(editsPage(EDIT_FAMILIES)).toMatchFileSnapshot('./EDITS.md');
});
