import { PAGE, type PageData, ROWS, SEVERITIES, TALK, type Talk, type WireRow } from '../data.ts';
import { type Row, rowsOf } from './rows.ts';

/** What the file holds, and words for it. */
export class Page {
  readonly data: PageData = JSON.parse(textOf(PAGE));
  readonly rows: Row[] = rowsOf(JSON.parse(textOf(ROWS)) as WireRow[]);
  readonly #talks = [...document.getElementsByClassName(TALK)];

  /** The conversation as it is written, for searching. */
  raw(index: number): string {
    return this.#talks[index]?.textContent ?? '';
  }

  /** Parsed when it is opened, and not kept. */
  talk(index: number): Talk {
    return JSON.parse(this.raw(index));
  }

  /** As `Locale.say` does: `{name}` and `{count:one|many}`. */
  say(key: string, values: Record<string, string | number> = {}): string {
    const text = this.data.labels[key];
    if (text === undefined) throw new Error(`no label ${key}`);
    return text.replace(
      /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g,
      (whole, slot: string, one?: string, many?: string) => {
        const value = values[slot];
        if (value === undefined) return whole;
        if (one === undefined || many === undefined)
          return typeof value === 'number' ? this.number(value) : value;
        return value === 1 ? one : many;
      },
    );
  }

  number(value: number, digits = 0): string {
    return value.toLocaleString(this.data.language, { maximumFractionDigits: digits });
  }

  severity(number: number): string {
    return this.say(`severity.${SEVERITIES[number]}`);
  }

  agent({ agent }: Pick<Row, 'agent'>): string {
    return this.data.agents[agent] ?? this.say('table.no-agent');
  }

  team({ team }: Pick<Row, 'team'>): string {
    return this.data.teams[team] ?? this.say('table.no-agent');
  }

  result({ score, passed }: Row): string {
    return score === null ? this.say('html.unscored') : this.say(passed ? 'score.passed' : 'score.failed');
  }

  get hasDays(): boolean {
    return this.rows.some(({ day }) => day !== -1);
  }
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? 'null';
}
