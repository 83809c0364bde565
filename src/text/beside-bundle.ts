import path from 'node:path';

/** Where the build keeps what every run would else have to find out anew; there is nothing of it beside the sources. */
export const besideBundle = (name: string): string => path.join(import.meta.dirname, name);
