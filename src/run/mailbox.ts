/** What one side puts in and another waits for, first in, first out. */
export class Mailbox<Letter> {
  private readonly letters: Letter[] = [];
  private wake: (() => void) | null = null;

  /** Letters that nobody took yet. */
  get size(): number {
    return this.letters.length;
  }

  put(letter: Letter): void {
    this.letters.push(letter);
    this.wake?.();
    this.wake = null;
  }

  /** For one taker at a time. */
  async take(): Promise<Letter> {
    while (this.letters.length === 0) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return this.letters.shift()!;
  }
}
