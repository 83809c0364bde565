// The tests of the command line run the bundle as a process: it is built once, before all of them.
import { bundle, compilePacks } from './build.mjs';

export default async function setup() {
  try {
    await bundle();
    await compilePacks();
  } catch (error) {
    // Tests that need no bundle still run; `npm test` has already failed at the type check if src/ does not compile.
    console.warn(`the bundle was not built: ${error.message}`);
  }
}
