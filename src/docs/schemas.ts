/** JSON Schemas of what people write by hand, for their editors: made from the schemas that check it. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { exerciseSchema } from '../grade/exercise-schema.ts';
import { overridesSchema } from '../grade/overrides.ts';
import { packSchema } from '../pack/schema.ts';
import { configSchema } from '../run/config-schema.ts';
import { suppressSchema } from '../run/suppress-file.ts';

/** @returns path from the project's folder → text */
export function schemas(): Map<string, string> {
  return new Map([
    ['schema/config.json', schemaOf('courtesy.yaml', configSchema())],
    ['schema/exercise.json', schemaOf('courtesy: written exercise', exerciseSchema())],
    ['schema/overrides.json', schemaOf("courtesy: a trainer's own marks", overridesSchema())],
    ['schema/pack.json', schemaOf('courtesy: rule pack', packSchema())],
    ['schema/suppress.json', schemaOf('courtesy: suppressions beside a transcript', suppressSchema())],
  ]);
}

/** What JSON Schema cannot say (trimming, Unicode flags of a pattern) is left to the check itself. */
function schemaOf(title: string, schema: GenericSchema): string {
  const { $schema, ...rest } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
