/** The version in package.json, written in by the bundler and by vitest. */
declare const __VERSION__: string;
