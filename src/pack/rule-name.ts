/** Rules by the names that people give them: zh/core/brush-off is its id, brush-off its key. */

export const keyOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** Whether a name that somebody wrote means the rule. */
export const isNamed = (id: string, name: string): boolean => id === name || keyOf(id) === name;
