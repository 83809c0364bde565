/** Which rule of the new pack stands for one of the old: the same id, or the same key where the pack's name differs. */
import type { Rule } from '../kinds/kind.ts';
import type { Ruleset } from '../pack/compile.ts';
import { keyOf } from '../pack/rule-name.ts';

export class Counterparts {
  private readonly old: ReadonlyMap<string, Rule>;
  private readonly next: ReadonlyMap<string, Rule>;
  private readonly renamed: ReadonlyMap<string, string>;
  private readonly named: ReadonlyMap<string, string>;

  constructor(old: Ruleset, next: Ruleset) {
    this.old = byId(old);
    this.next = byId(next);
    const gone = [...this.old.keys()].filter((id) => !this.next.has(id));
    const come = [...this.next.keys()].filter((id) => !this.old.has(id));
    const pairs = gone.flatMap((id): [string, string][] => {
      const same = come.filter((other) => keyOf(other) === keyOf(id));
      const rivals = gone.filter((other) => keyOf(other) === keyOf(id));
      return same.length === 1 && rivals.length === 1 ? [[id, same[0]!]] : [];
    });
    this.renamed = new Map(pairs);
    this.named = new Map(pairs.map(([id, other]) => [other, id]));
  }

  /** @returns the rule of the new pack's with this id, or that an old id stands for */
  inNew(id: string): Rule | undefined {
    return this.next.get(id) ?? this.next.get(this.renamed.get(id) ?? '');
  }

  /** @returns the rule of the old pack's with this id, or that a new id stands for */
  inOld(id: string): Rule | undefined {
    return this.old.get(id) ?? this.old.get(this.named.get(id) ?? '');
  }
}

const byId = ({ rules }: Ruleset): Map<string, Rule> => new Map(rules.map((rule) => [rule.id, rule]));
