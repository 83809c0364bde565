// natural is imported by file (`import 'natural'` loads over a thousand modules); its types cover the root only.

declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  import type { Stemmer } from 'natural';

  const stemmer: Stemmer;
  export default stemmer;
}

declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  export { DamerauLevenshteinDistance, LevenshteinDistance } from 'natural';
}

declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  import type { JaroWinklerDistance } from 'natural';

  const distance: typeof JaroWinklerDistance;
  export default distance;
}

declare module 'natural/lib/natural/distance/dice_coefficient.js' {
  import type { DiceCoefficient } from 'natural';

  const coefficient: typeof DiceCoefficient;
  export default coefficient;
}

declare module 'natural/lib/natural/tokenizers/regexp_tokenizer.js' {
  export { OrthographyTokenizer, RegexpTokenizer, WordPunctTokenizer, WordTokenizer } from 'natural';
}
