import type { Locale, LocaleName } from './locale.ts';

const tables: Record<LocaleName, () => Promise<Locale>> = {
  zh: () => import('./zh.ts').then((module) => module.zh),
  en: () => import('./en.ts').then((module) => module.en),
};

export const localeNames = Object.keys(tables) as LocaleName[];

/** Loads one table only: the other language is no use to this user. */
export function openLocale(name: LocaleName): Promise<Locale> {
  return tables[name]();
}

/**
 * The locale that the environment asks for. Chinese comes first: it is left only where the environment
 * names another language, and `C` or `POSIX` (what cron and containers set) name none.
 */
export function localeFromEnvironment(env: Record<string, string | undefined>): LocaleName {
  const asked = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const language = asked.toLowerCase().split(/[_.@-]/)[0] ?? '';
  return language === '' || language === 'c' || language === 'posix' || language === 'zh' ? 'zh' : 'en';
}
