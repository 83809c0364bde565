/** What the scanner asks of the rooms around it: entities, regular expressions, stems. */
import { ENTITIES } from '../entities/index.ts';
import { regexSpans } from '../phrase/regex.ts';
import type { Senses } from '../phrase/turn-hits.ts';
import { stemOf } from '../text/stem.ts';

export function senses(): Senses {
  return {
    entity: (name, folded) => ENTITIES.get(name)!.spans(folded),
    regex: (source, folded) => regexSpans(source, folded.text),
    stemOf,
  };
}
