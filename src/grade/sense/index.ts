import { copiedSituation } from './copied-situation.ts';
import { empty } from './empty.ts';
import { keywordsOnly } from './keywords-only.ts';
import { onlyToMarker } from './only-to-marker.ts';
import type { Sense } from './sense.ts';
import { wrongLanguage } from './wrong-language.ts';

/** In the order in which a marker would say so: the first that is seen is remarked. */
export const SENSES: readonly Sense[] = [empty, copiedSituation, onlyToMarker, wrongLanguage, keywordsOnly];
