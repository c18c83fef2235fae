/** GS08 and ST03 of the guide that we write and read by. */
export const VERSION_837P = '005010X222A1';
