/** Finds what people said of a conversation, by its file and id. */
import { remember } from '../remember.ts';
import type { Rating } from './human-file.ts';

export class RatingIndex {
  private readonly byId = new Map<string, Rating[]>();
  private readonly byName = new Map<string, Rating[]>();

  constructor(ratings: readonly Rating[]) {
    for (const rating of ratings) {
      if (rating.file === '') remember(this.byId, rating.id, (): Rating[] => []).push(rating);
      else remember(this.byName, stem(rating.file), (): Rating[] => []).push(rating);
    }
  }

  /** @returns the ratings that mean this conversation: those that name no file go by the id alone */
  of({ file, id }: { file: string; id: string }): Rating[] {
    const named = (this.byName.get(stem(file)) ?? []).filter(
      (rating) => samePath(rating.file, file) && (rating.id === '' || rating.id === id),
    );
    return [...named, ...(this.byId.get(id) ?? [])];
  }
}

const parts = (file: string): string[] => file.split(/[\\/]/).filter((part) => part !== '' && part !== '.');

/** `a` of `calls/a.txt` and of `a.jsonl.gz`: people often leave the ending out. */
function stem(file: string): string {
  const name = parts(file).at(-1) ?? '';
  return name.replace(/\.gz$/i, '').replace(/(?<=.)\.[^.]*$/, '');
}

/** Whether one path is the end of the other, folder by folder; the ending may be left out. */
function samePath(written: string, file: string): boolean {
  const [one, other] = [parts(written), parts(file)];
  const [last, name] = [one.pop()!, other.pop()!];
  if (last !== name && last !== stem(file)) return false;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.every((folder, at) => folder === longer[longer.length - shorter.length + at]);
}
