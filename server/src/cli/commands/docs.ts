/** `claimside docs`: pages that are made from the program itself. */
import { EDIT_FAMILIES, editsPage } from '@claimside/shared/edits';
import type { Command } from 'commander';
import type { Io } from '../io.ts';

export function addDocs(program: Command, io: Io): void {
  program
    .command('docs')
    .description('pages made from the program itself, as Markdown')
    .command('edits')
    .description('every rule that a claim is checked by')
    .action(() => io.write(editsPage(EDIT_FAMILIES)));
}
