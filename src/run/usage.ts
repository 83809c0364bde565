/** The job could not be done for a reason that the user can mend: said in one line, exit code 2. */
export class UsageError extends Error {
  readonly key: string;
  readonly values: Record<string, string | number>;
  /** What was probably meant. */
  readonly near: string | null;
  constructor(key: string, values: Record<string, string | number> = {}, near: string | null = null) {
    super(key);
    this.key = key;
    this.values = values;
    this.near = near;
  }
}
