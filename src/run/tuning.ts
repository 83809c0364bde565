/** What V8 is told in runs that are long enough for it to matter. It holds for all threads. */

/**
 * Code of what a function calls is copied into it up to a size that makes compiling, which each thread does by itself,
 * dearer than the calls that it saves. Not told from the start: code that was kept under other rules is refused.
 */
export const compileLess = (): Promise<void> => tell('--max-inlined-bytecode-size-cumulative=300');

/** The heap may grow to several times what is alive in it before what has lived for a while is looked through. */
export const saveMemory = (): Promise<void> => tell('--heap-growing-percent=100');

async function tell(flag: string): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString(flag);
}
