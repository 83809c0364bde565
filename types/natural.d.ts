// natural is imported by file: `import 'natural'` loads over a thousand modules, and its own types
// do not compile under erasableSyntaxOnly. Only what is used is declared.

declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: {
    stem(token: string): string;
    tokenizeAndStem(text: string, keepStops?: boolean): string[];
  };
  export default stemmer;
}

declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  interface Costs {
    insertion_cost?: number;
    deletion_cost?: number;
    substitution_cost?: number;
    transposition_cost?: number;
    restricted?: boolean;
  }
  export function LevenshteinDistance(source: string, target: string, costs?: Costs): number;
  export function DamerauLevenshteinDistance(source: string, target: string, costs?: Costs): number;
}

declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  export default function jaroWinkler(
    a: string,
    b: string,
    options?: { dj?: number; ignoreCase?: boolean },
  ): number;
}

declare module 'natural/lib/natural/distance/dice_coefficient.js' {
  export default function diceCoefficient(a: string, b: string): number;
}

declare module 'natural/lib/natural/tokenizers/regexp_tokenizer.js' {
  class Tokenizer {
    tokenize(text: string): string[];
  }
  export class WordTokenizer extends Tokenizer {}
  export class WordPunctTokenizer extends Tokenizer {}
}
